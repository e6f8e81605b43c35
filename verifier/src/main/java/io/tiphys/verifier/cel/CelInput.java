package io.tiphys.verifier.cel;

import dev.cel.common.values.NullValue;
import java.util.Map;

/**
 * The values of one evaluation: those of {@link CelValues}, or null's value.
 *
 * <p>Names: {@code self}, {@code object}, {@code oldObject}, {@code params}, {@code request}, {@code namespaceObject},
 * {@code variables}; what is absent is null.
 */
public final class CelInput {
    private final Map<String, Object> values;

    private CelInput(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** An input of these values. */
    public static CelInput of(Map<String, Object> values) {
        return new CelInput(values);
    }

    /** The same with lazily evaluated {@code variables}. */
    public CelInput with(LazyVariables variables) {
        Map<String, Object> more = new java.util.HashMap<>(values);
        more.put("variables", variables);
        return new CelInput(more);
    }

    /** A value by its name. */
    Object value(String name) {
        return values.getOrDefault(name, NullValue.NULL_VALUE);
    }
}
