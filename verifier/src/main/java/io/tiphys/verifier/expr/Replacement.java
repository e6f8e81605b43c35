package io.tiphys.verifier.expr;

import java.util.List;
import java.util.Optional;

/**
 * A text in which tags were replaced by their values.
 *
 * @param text the new text, unless there is a problem; tags without value stay as they are written
 * @param problem why the controller refuses the text
 * @param missing whether the problem is a variable that may still come, so that the controller waits
 * @param unknown what would have to be known to replace the tags that are left; empty if the text is what the controller
 *     makes
 */
public record Replacement(Optional<String> text, Optional<String> problem, boolean missing, List<String> unknown) {
    public Replacement {
        unknown = List.copyOf(unknown);
    }

    static Replacement refused(String problem, boolean missing, List<String> unknown) {
        return new Replacement(Optional.empty(), Optional.of(problem), missing, unknown);
    }
}
