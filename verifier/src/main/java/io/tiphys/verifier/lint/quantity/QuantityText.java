package io.tiphys.verifier.lint.quantity;

import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import java.util.Optional;
import java.util.Set;

/** The form of a quantity: {@code [sign] digits [. digits] [suffix]}, of which everything may be absent but not all. */
public final class QuantityText {
    private static final Set<String> SUFFIXES =
            Set.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private QuantityText() {}

    /** Why a text is no quantity, as Go's types of Kubernetes read it; nothing where it is one. */
    public static Optional<Problem> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of(Problem.expected("a quantity such as 500m or 2Gi", 0, ""));
        }
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        at = digits(text, at);
        if (text.startsWith(".", at)) {
            at = digits(text, at + 1);
        }
        String suffix = text.substring(at);
        boolean exponent =
                suffix.length() > 1 && "eE".indexOf(suffix.charAt(0)) >= 0 && Duration.isWhole(suffix.substring(1));
        return exponent || SUFFIXES.contains(suffix)
                ? Optional.empty()
                : Optional.of(Problem.expected(
                        "digits, or one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei e3", at, suffix));
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
