package io.tiphys.verifier.cel;

import dev.cel.common.values.NullValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one evaluation: those of {@link CelValues}, or null's value.
 *
 * <p>Names: {@code self}, {@code object}, {@code oldObject}, {@code params}, {@code request}, {@code namespaceObject},
 * {@code variables}; what is absent is null.
 */
public final class CelInput {
    private final Map<String, Object> values;
    private final @Nullable LazyVariables variables;

    private CelInput(Map<String, Object> values, @Nullable LazyVariables variables) {
        this.values = values;
        this.variables = variables;
    }

    /** An input of these values. */
    public static CelInput of(Map<String, Object> values) {
        return new CelInput(Map.copyOf(values), null);
    }

    /** The same with lazily evaluated {@code variables}. */
    public CelInput with(LazyVariables lazy) {
        return new CelInput(values, lazy);
    }

    /** A value by its name. */
    Object value(String name) {
        return variables != null && name.equals("variables")
                ? variables
                : values.getOrDefault(name, NullValue.NULL_VALUE);
    }
}
