package io.tiphys.verifier.policy.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function with its overloads and one body for all of them. The body looks at its arguments itself: what the
 * checker could not know (dyn) must fail with Kubernetes' words.
 */
final class CelFunction {
    private final String name;
    private final CelFunctionOverload body;
    private final List<CelOverloadDecl> overloads = new ArrayList<>();

    CelFunction(String name, CelFunctionOverload body) {
        this.name = name;
        this.body = body;
    }

    /** Adds {@code parameters[0].name(parameters[1…])}. */
    CelFunction member(CelType result, CelType... parameters) {
        overloads.add(CelOverloadDecl.newMemberOverload(id(parameters), result, parameters));
        return this;
    }

    /** Adds {@code name(parameters…)}. */
    CelFunction global(CelType result, CelType... parameters) {
        overloads.add(CelOverloadDecl.newGlobalOverload(id(parameters), result, parameters));
        return this;
    }

    private String id(CelType... parameters) {
        StringBuilder id = new StringBuilder("kubernetes_").append(name);
        for (CelType parameter : parameters) {
            id.append('_').append(parameter.name());
            parameter.parameters().forEach(inner -> id.append('_').append(inner.name()));
        }
        return id.toString();
    }

    CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(name, ImmutableList.copyOf(overloads));
    }

    /** Bindings for each overload, and for the name where the checker left the choice open. */
    ImmutableSet<CelFunctionBinding> bindings() {
        ImmutableSet.Builder<CelFunctionBinding> bindings = ImmutableSet.builder();
        for (CelOverloadDecl overload : overloads) {
            bindings.add(
                    binding(overload.overloadId(), overload.parameterTypes().size()));
        }
        List<CelFunctionBinding> byArity = overloads.stream()
                .map(overload -> overload.parameterTypes().size())
                .distinct()
                .map(arity -> binding(name + "@" + arity, arity))
                .collect(Collectors.toList());
        bindings.addAll(CelFunctionBinding.fromOverloads(name, byArity));
        return bindings.build();
    }

    private CelFunctionBinding binding(String id, int arity) {
        return CelFunctionBinding.from(id, ImmutableList.copyOf(Collections.nCopies(arity, Object.class)), body);
    }
}
