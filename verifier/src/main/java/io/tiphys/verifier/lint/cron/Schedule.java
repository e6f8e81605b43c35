package io.tiphys.verifier.lint.cron;

import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads schedules: five fields, or a word such as {@code @daily}, after an optional zone such as {@code TZ=Europe/Rome}. */
public final class Schedule {
    private static final String EVERY = "@every ";
    private static final Set<String> WORDS =
            new TreeSet<>(Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"));

    private Schedule() {}

    /** Why a text is no schedule; nothing where it is one. */
    public static Optional<Problem> problem(String text) {
        return problem(text, 0);
    }

    /** The same, where the object names a zone besides, which then stands before the schedule. */
    public static Optional<Problem> problem(String text, String zone) {
        if (zone.isEmpty() || !hasZone(text)) {
            return problem(text);
        }
        return Optional.of(Problem.expected("no zone in a schedule that has one in timezone", 0, text));
    }

    private static boolean hasZone(String text) {
        return text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
    }

    private static Optional<Problem> problem(String text, int start) {
        if (start == 0 && hasZone(text)) {
            int equals = text.indexOf('=');
            int blank = text.indexOf(' ');
            String zone = text.substring(equals + 1, blank < 0 ? text.length() : blank);
            if (!Zones.isKnown(zone)) {
                return Optional.of(Problem.expected("the name of a time zone", equals + 1, zone));
            }
            int rest = blank < 0 ? text.length() : blank;
            while (rest < text.length() && isSpace(text.charAt(rest))) {
                rest++;
            }
            return problem(text.substring(0, rest) + text.substring(rest).strip(), rest);
        }
        if (text.startsWith("@", start)) {
            return word(text, start);
        }
        return fields(text, start);
    }

    private static Optional<Problem> word(String text, int start) {
        String word = text.substring(start);
        if (word.startsWith(EVERY)) {
            int offset = start + EVERY.length();
            return Duration.of(word.substring(EVERY.length()))
                    .problem()
                    .map(problem -> new Problem(
                            offset + problem.offset(), "in the duration behind @every: " + problem.message()));
        }
        return WORDS.contains(word)
                ? Optional.empty()
                : Optional.of(
                        Problem.expected("@every with a duration, or one of " + String.join(", ", WORDS), start, word));
    }

    private static Optional<Problem> fields(String text, int start) {
        List<Integer> starts = new ArrayList<>();
        for (int i = start; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) && (i == start || isSpace(text.charAt(i - 1)))) {
                starts.add(i);
            }
        }
        if (starts.size() != Field.values().length) {
            return Optional.of(new Problem(
                    start, "expected 5 fields (minute, hour, day, month, day of the week), found " + starts.size()));
        }
        Iterator<Integer> next = starts.iterator();
        for (Field field : Field.values()) {
            int from = next.next();
            int to = from;
            while (to < text.length() && !isSpace(text.charAt(to))) {
                to++;
            }
            int offset = from;
            for (String range : text.substring(from, to).split(",", -1)) {
                Optional<Problem> problem = range.isEmpty() ? Optional.empty() : field.problem(range, offset);
                if (problem.isPresent()) {
                    return problem;
                }
                offset += range.length() + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || Character.isSpaceChar(c);
    }
}
