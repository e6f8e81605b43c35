package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function with its overloads and one body for all of them. The body looks at its arguments itself: what the
 * checker could not know (dyn) must fail with Kubernetes' words.
 */
final class CelFunction {
    private final String name;
    private final CelFunctionOverload body;
    private final List<CelOverloadDecl> overloads = new ArrayList<>();
    private final List<String> standard = new ArrayList<>();

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

    /** Replaces the language's own overloads {@code name(x)} of these ids, which the checker knows already. */
    CelFunction standard(String... overloadIds) {
        standard.addAll(List.of(overloadIds));
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

    String name() {
        return name;
    }

    /** The overloads that the body is for. */
    List<String> overloadIds() {
        return Stream.concat(standard.stream(), overloads.stream().map(CelOverloadDecl::overloadId))
                .toList();
    }

    /** The body's result; nothing where it fails in a way that only the runtime has words for. */
    @Nullable
    Object applyOrNone(Object[] arguments) {
        try {
            return body.apply(arguments);
        } catch (CelFailure e) {
            throw e;
        } catch (CelEvaluationException | RuntimeException e) {
            return null;
        }
    }

    /** What the checker does not know yet. */
    Optional<CelFunctionDecl> declaration() {
        return overloads.isEmpty()
                ? Optional.empty()
                : Optional.of(CelFunctionDecl.newFunctionDeclaration(name, ImmutableList.copyOf(overloads)));
    }

    /** Bindings for each overload, and for the name where the checker left the choice open. */
    ImmutableSet<CelFunctionBinding> bindings() {
        ImmutableSet.Builder<CelFunctionBinding> bindings = ImmutableSet.builder();
        for (CelOverloadDecl overload : overloads) {
            bindings.add(
                    binding(overload.overloadId(), overload.parameterTypes().size()));
        }
        standard.forEach(id -> bindings.add(binding(id, 1)));
        List<CelFunctionBinding> byArity = Stream.concat(
                        standard.stream().map(id -> 1), overloads.stream().map(overload -> overload.parameterTypes()
                                .size()))
                .distinct()
                .map(arity -> binding(name + "@" + arity, arity))
                .collect(Collectors.toList());
        bindings.addAll(CelFunctionBinding.fromOverloads(name, byArity));
        return bindings.build();
    }

    private CelFunctionBinding binding(String id, int arity) {
        return switch (arity) { // the runtime's dispatcher takes one and two arguments only in these forms
            case 1 -> CelFunctionBinding.from(id, Object.class, value -> body.apply(new Object[] {value}));
            case 2 ->
                CelFunctionBinding.from(
                        id, Object.class, Object.class, (first, second) -> body.apply(new Object[] {first, second}));
            default ->
                CelFunctionBinding.from(id, ImmutableList.copyOf(Collections.nCopies(arity, Object.class)), body);
        };
    }
}
