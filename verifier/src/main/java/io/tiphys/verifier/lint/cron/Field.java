package io.tiphys.verifier.lint.cron;

import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields of a schedule, in order. */
enum Field {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY("day of the month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    WEEKDAY("day of the week", 0, 6, "sun mon tue wed thu fri sat");

    private final String label;
    private final int min;
    private final int max;
    private final String words;

    Field(String label, int min, int max, String words) {
        this.label = label;
        this.min = min;
        this.max = max;
        this.words = words;
    }

    private String article() {
        return this == HOUR ? "an " : "a ";
    }

    /** Why a part between commas is none: {@code first[-last][/step]}; behind a star, the last is not looked at. */
    Optional<Problem> problem(String text, int offset) {
        String[] parts = text.split("/", -1);
        String[] span = parts[0].split("-", -1);
        boolean all = span[0].equals("*") || span[0].equals("?");
        int first = min;
        int last = max;
        if (!all) {
            OptionalInt start = number(span[0]);
            if (start.isEmpty()) {
                return Optional.of(Problem.expected(article() + label, offset, span[0]));
            }
            first = start.getAsInt();
            last = span.length == 1 && parts.length > 1 ? max : first;
            if (span.length > 1) {
                OptionalInt end = number(span[1]);
                if (end.isEmpty()) {
                    return Optional.of(Problem.expected(article() + label, offset + span[0].length() + 1, span[1]));
                }
                last = end.getAsInt();
            }
            if (span.length > 2) {
                return Optional.of(Problem.expected("a range with one hyphen", offset, parts[0]));
            }
        }
        if (parts.length > 2) {
            return Optional.of(Problem.expected("one slash", offset, text));
        }
        if (parts.length == 2 && !isStep(parts[1])) {
            return Optional.of(Problem.expected("a step of 1 or more", offset + parts[0].length() + 1, parts[1]));
        }
        if (first < min || last > max) {
            return Optional.of(Problem.expected(article() + label + " from " + min + " to " + max, offset, text));
        }
        return first > last
                ? Optional.of(Problem.expected("a range that does not run backwards", offset, parts[0]))
                : Optional.empty();
    }

    private static boolean isStep(String text) {
        return Duration.isWhole(text) && Long.parseLong(text) > 0;
    }

    private OptionalInt number(String text) {
        int word = List.of(words.split(" ")).indexOf(text.toLowerCase(Locale.ROOT));
        if (word >= 0 && !text.isEmpty()) {
            return OptionalInt.of(word + min);
        }
        boolean number = Duration.isWhole(text) && Long.parseLong(text) >= 0;
        return number ? OptionalInt.of((int) Math.min(Long.parseLong(text), Integer.MAX_VALUE)) : OptionalInt.empty();
    }
}
