package io.tiphys.verifier.expr;

import java.util.Optional;

/**
 * What an expression gives where the controller uses it. One of the three is present.
 *
 * @param value the value as text
 * @param problem why the controller gets none
 * @param unknown what would have to be known to tell
 */
public record Answer(Optional<String> value, Optional<String> problem, Optional<String> unknown) {
    static Answer of(String value) {
        return new Answer(Optional.of(value), Optional.empty(), Optional.empty());
    }

    static Answer refused(String problem) {
        return new Answer(Optional.empty(), Optional.of(problem), Optional.empty());
    }

    static Answer undetermined(String unknown) {
        return new Answer(Optional.empty(), Optional.empty(), Optional.of(unknown));
    }
}
