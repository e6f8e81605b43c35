package io.tiphys.verifier.lint.loop;

import io.tiphys.verifier.lint.language.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A format of Go, filled with a number; only what decides whether the result can stand in JSON is computed. */
final class NumberFormat {
    private static final int CHECKED = 10_000;
    private static final Pattern VERB = Pattern.compile(
            "%([-+# 0]*)(?:\\[[0-9]+\\])?([0-9]{0,3})(?:\\.[0-9]*)?(?:\\[[0-9]+\\])?(.|$)", Pattern.DOTALL);
    private static final Pattern BODY =
            Pattern.compile("(?:[^\\x00-\\x1f\"\\\\]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*");

    private final String format;

    NumberFormat(String format) {
        this.format = format;
    }

    Optional<Problem> problem(long first, long last) {
        long step = first <= last ? 1 : -1;
        long count = Math.min(CHECKED, Math.abs(last - first) + 1);
        for (long i = 0; i < count; i++) {
            String item = fill(first + i * step);
            if (!BODY.matcher(item).matches()) {
                return Optional.of(
                        Problem.expected("a format that gives no quotes, backslashes or control characters", 0, item));
            }
        }
        return Optional.empty();
    }

    private String fill(long number) {
        Matcher matcher = VERB.matcher(format);
        StringBuilder result = new StringBuilder();
        boolean used = false;
        while (matcher.find()) {
            String verb = matcher.group(3);
            String text;
            if (verb.equals("%")) {
                text = "%";
            } else if (verb.isEmpty() || "dvbosOxXUcqtep".indexOf(verb.charAt(0)) < 0) {
                text = "%!" + verb;
            } else {
                text = used ? "0" : padded(value(verb.charAt(0), number), matcher.group(1), matcher.group(2));
                used = true;
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(result).toString();
    }

    private static String padded(String text, String flags, String width) {
        int length = width.isEmpty() ? 0 : Integer.parseInt(width);
        return (flags.contains("0") ? "0" : " ").repeat(Math.max(0, length - text.length())) + text;
    }

    private static String value(char verb, long number) {
        boolean character = number >= 0 && number <= Character.MAX_CODE_POINT;
        int rune = character ? (int) number : 0xFFFD;
        return switch (verb) {
            case 'x', 'X' -> Long.toHexString(Math.abs(number));
            case 'c' -> Character.toString(rune);
            case 'q' -> quoted(rune);
            default -> Long.toString(number);
        };
    }

    /** A character between single quotes as Go escapes it. */
    private static String quoted(int rune) {
        return switch (rune) {
            case '\'' -> "'\\''";
            case '\\' -> "'\\\\'";
            case '\b' -> "'\\b'";
            case '\f' -> "'\\f'";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            case 7 -> "'\\a'";
            case 11 -> "'\\v'";
            default -> rune < ' ' || rune == 127 ? "'\\x'" : "'" + Character.toString(rune) + "'";
        };
    }
}
