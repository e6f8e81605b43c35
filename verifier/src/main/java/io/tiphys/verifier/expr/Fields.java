package io.tiphys.verifier.expr;

import java.util.Map;
import java.util.Set;

/**
 * The results of a task, as conditions of {@code depends} ask for them.
 *
 * @param values by name; what is absent is false
 */
record Fields(Map<String, Boolean> values) {
    /** The names of all results. */
    static final Set<String> NAMES =
            Set.of("Succeeded", "Failed", "Errored", "Skipped", "Omitted", "Daemoned", "AnySucceeded", "AllFailed");

    Fields {
        values = Map.copyOf(values);
    }

    boolean get(String name) {
        return values.getOrDefault(name, false);
    }
}
