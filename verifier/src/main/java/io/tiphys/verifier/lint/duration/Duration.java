package io.tiphys.verifier.lint.duration;

import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.Optional;

/**
 * A duration that was read.
 *
 * @param nanoseconds its length; 0 where it is none
 * @param problem why it is none
 */
public record Duration(long nanoseconds, Optional<Problem> problem) {
    private static final long SECOND = 1_000_000_000L;

    /** Numbers with units, such as {@code 1h30m}, as Go reads them. */
    public static Duration of(String text) {
        try {
            return new Duration(new DurationParser(text).nanoseconds(), Optional.empty());
        } catch (ProblemException e) {
            return new Duration(0, Optional.of(e.problem()));
        }
    }

    /** The same, or a whole number of seconds; too many of them overflow in silence, as in Argo. */
    public static Duration ofSeconds(String text) {
        return isWhole(text) ? new Duration(Long.parseLong(text) * SECOND, Optional.empty()) : of(text);
    }

    /** Whether a text is a whole number of 64 bits, with or without a sign. */
    public static boolean isWhole(String text) {
        if (!text.matches("[-+]?[0-9]+")) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The same duration, refused if it is negative. */
    public Duration notNegative() {
        return nanoseconds < 0
                ? new Duration(0, Optional.of(new Problem(0, "expected a duration that is not negative")))
                : this;
    }
}
