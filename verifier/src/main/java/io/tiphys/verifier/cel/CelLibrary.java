package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelParserBuilder;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.List;

/** A set of functions that Kubernetes adds to the language. */
abstract class CelLibrary implements CelCompilerLibrary, CelRuntimeLibrary {
    private final List<CelFunction> functions;
    private final ImmutableList<CelFunctionDecl> declarations;

    CelLibrary(List<CelFunction> functions) {
        this.functions = List.copyOf(functions);
        this.declarations = functions.stream()
                .flatMap(function -> function.declaration().stream())
                .collect(ImmutableList.toImmutableList());
    }

    List<CelFunction> ownFunctions() {
        return functions;
    }

    /** Types that an expression can name. */
    List<CelType> types() {
        return List.of();
    }

    /** Macros of the library. */
    List<CelMacro> macros() {
        return List.of();
    }

    @Override
    public void setParserOptions(CelParserBuilder builder) {
        builder.addMacros(macros());
    }

    @Override
    public void setCheckerOptions(CelCheckerBuilder builder) {
        builder.addFunctionDeclarations(declarations);
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.addFunctionBindings(functions.stream()
                .flatMap(function -> function.bindings().stream())
                .collect(ImmutableSet.toImmutableSet()));
    }
}
