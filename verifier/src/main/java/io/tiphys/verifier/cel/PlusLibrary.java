package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelOptions;
import dev.cel.common.Operator;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import java.util.List;

/** The operator {@code +} with bounded results: {@code [s].map(x, x + x).map(…)} doubles at every step. */
final class PlusLibrary implements CelRuntimeLibrary {
    private final ImmutableSet<CelFunctionBinding> bindings;

    PlusLibrary(CelOptions options) {
        RuntimeEquality equality = RuntimeEquality.create(RuntimeHelpers.create(), options);
        ImmutableSet.Builder<CelFunctionBinding> overloads = ImmutableSet.builder();
        for (AddOverload overload : AddOverload.values()) {
            switch (overload) {
                case ADD_STRING ->
                    overloads.add(CelFunctionBinding.from("add_string", String.class, String.class, PlusLibrary::plus));
                case ADD_BYTES ->
                    overloads.add(CelFunctionBinding.from(
                            "add_bytes", CelByteString.class, CelByteString.class, PlusLibrary::plus));
                case ADD_LIST ->
                    overloads.add(CelFunctionBinding.from("add_list", List.class, List.class, PlusLibrary::plus));
                default -> overloads.add(overload.newFunctionBinding(options, equality));
            }
        }
        bindings = CelFunctionBinding.fromOverloads(Operator.ADD.getFunction(), overloads.build());
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.addFunctionBindings(bindings);
    }

    static Object plus(String first, String second) {
        Limits.checkSize((long) first.length() + second.length());
        return first + second;
    }

    private static Object plus(CelByteString first, CelByteString second) {
        Limits.checkSize((long) first.size() + second.size());
        return first.concat(second);
    }

    @SuppressWarnings("unchecked") // the language allows any items
    private static Object plus(List<?> first, List<?> second) {
        Limits.checkSize((long) first.size() + second.size());
        return RuntimeHelpers.concat((List<Object>) first, (List<Object>) second);
    }
}
