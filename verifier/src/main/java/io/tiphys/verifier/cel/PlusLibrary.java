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
import java.time.Duration;
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
                case ADD_DURATION_DURATION ->
                    overloads.add(CelFunctionBinding.from(
                            "add_duration_duration", Duration.class, Duration.class, PlusLibrary::plus));
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

    /** The runtime cannot add a negative duration to one with a fraction. A sum has 64 bits of nanoseconds. */
    private static Object plus(Duration first, Duration second) {
        try {
            return Duration.ofNanos(Math.addExact(first.toNanos(), second.toNanos()));
        } catch (ArithmeticException e) {
            throw new CelFailure("duration overflow");
        }
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
