package io.tiphys.verifier.lint.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cron lines as robfig/cron reads them in its standard form. */
final class CronText {
    private static final Set<String> WORDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field("month", 1, 12, MONTHS),
            new Field("day of the week", 0, 6, DAYS));

    private CronText() {}

    private record Field(String name, int min, int max, List<String> words) {}

    /** Why a text is no schedule; nothing where it is one. */
    static Optional<String> problem(String text) {
        String line = text;
        if (line.startsWith("TZ=") || line.startsWith("CRON_TZ=")) {
            int blank = line.indexOf(' ');
            line = blank < 0 ? "" : line.substring(blank).strip();
        }
        if (line.startsWith("@")) {
            return WORDS.contains(line) || isEvery(line)
                    ? Optional.empty()
                    : Optional.of("expected @every with a duration, or one of " + String.join(", ", sorted()));
        }
        String stripped = line.strip();
        String[] parts = stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
        if (parts.length != FIELDS.size()) {
            return Optional.of("expected 5 fields, found " + parts.length);
        }
        for (int i = 0; i < parts.length; i++) {
            for (String range : parts[i].split(",")) {
                Optional<String> problem = range.isEmpty() ? Optional.empty() : range(range, FIELDS.get(i));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> sorted() {
        return WORDS.stream().sorted().toList();
    }

    private static boolean isEvery(String line) {
        return line.startsWith("@every ")
                && line.substring("@every ".length()).matches("[-+]?(?:[0-9]*\\.?[0-9]+(?:ns|us|µs|μs|ms|s|m|h))+|0");
    }

    private static Optional<String> range(String text, Field field) {
        int slash = text.indexOf('/');
        String span = slash < 0 ? text : text.substring(0, slash);
        int start = field.min();
        int end = field.max();
        if (!span.equals("*") && !span.equals("?")) {
            int hyphen = span.indexOf('-');
            int first = number(hyphen < 0 ? span : span.substring(0, hyphen), field);
            int last = hyphen < 0 ? (slash < 0 ? first : field.max()) : number(span.substring(hyphen + 1), field);
            if (first < 0 || last < 0) {
                return Optional.of("\"" + span + "\" is no " + field.name());
            }
            start = first;
            end = last;
        }
        if (start < field.min() || end > field.max()) {
            return Optional.of(
                    "the " + field.name() + " in \"" + text + "\" is not in " + field.min() + " to " + field.max());
        }
        if (start > end) {
            return Optional.of("the range \"" + span + "\" runs backwards");
        }
        boolean badStep = slash >= 0 && (number(text.substring(slash + 1), new Field("", 0, 0, List.of())) <= 0);
        return badStep ? Optional.of("the step in \"" + text + "\" is no positive number") : Optional.empty();
    }

    private static int number(String text, Field field) {
        int word = field.words().indexOf(text.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return word + field.min();
        }
        return text.matches("\\+?[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
