package io.tiphys.verifier.cel;

import java.util.Set;

/**
 * What an expression may read.
 *
 * @param inputs names such as {@code object}
 * @param variables the fields of {@code variables}; where it is read otherwise, it is among the inputs
 */
record CelReads(Set<String> inputs, Set<String> variables) {
    private static final Set<String> FIXED = Set.of("params");

    CelReads {
        inputs = Set.copyOf(inputs);
        variables = Set.copyOf(variables);
    }

    /** Whether these are only params, and variables of which the same is true. */
    boolean areFixed(Set<String> fixedVariables) {
        return FIXED.containsAll(inputs) && fixedVariables.containsAll(variables);
    }
}
