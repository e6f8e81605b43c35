package io.tiphys.verifier.expr.loop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code withSequence}: numbers from start to end, or as many as count says; downwards if the end is smaller. */
public final class Sequence {
    private static final int MOST = 10_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final String PLAIN = "([^%\"\\\\]*)";
    private static final Pattern FORMAT =
            Pattern.compile(PLAIN + "%(#[-+ ]*|[-+ 0]*)([0-9]{0,3})(?:\\.([0-9]{1,3}))?([dvxXob])" + PLAIN);
    /** A sign that integers do not have is shown with the number, and so is a number that nothing asks for. */
    private static final Pattern WRONG = Pattern.compile(PLAIN + "%([a-zA-Z&&[^bcdoqvxOTUX]])" + PLAIN);

    private static final Pattern NONE = Pattern.compile(PLAIN);

    private Sequence() {}

    /** The items of a sequence whose tags have been replaced. */
    public static Loop expand(JsonNode sequence) {
        OptionalLong start = sequence.has("start") ? number(sequence.get("start")) : OptionalLong.of(0);
        boolean hasEnd = sequence.has("end");
        if (!hasEnd && !sequence.has("count")) {
            return Loop.refused("a sequence has end or count");
        }
        OptionalLong last = number(sequence.get(hasEnd ? "end" : "count"));
        if (start.isEmpty() || last.isEmpty()) {
            return Loop.refused("start, end and count of a sequence are integers");
        }
        long from = start.getAsLong();
        long to = hasEnd ? last.getAsLong() : from + last.getAsLong() - 1;
        if (!hasEnd && last.getAsLong() == 0) {
            return Loop.of(List.of());
        }
        return Math.abs(to - from) >= MOST
                ? Loop.undetermined("a sequence of more than " + MOST + " items")
                : items(from, to, sequence.path("format").asText(""));
    }

    private static OptionalLong number(JsonNode value) {
        String text = value.asText();
        return (value.isTextual() || value.isIntegralNumber())
                        && NUMBER.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static Loop items(long from, long to, String format) {
        if (format.chars().anyMatch(c -> c < ' ')) {
            return Loop.refused("the format has a control character");
        }
        LongFunction<Optional<String>> texts = texts(format.isEmpty() ? "%d" : format);
        List<Item> items = new ArrayList<>();
        long step = from <= to ? 1 : -1;
        for (long i = from; i != to + step; i += step) {
            Optional<String> text = texts.apply(i);
            if (text.isEmpty()) {
                return Loop.undetermined("the format \"" + format + "\"");
            }
            items.add(new Item(text.get(), Map.of("item", text.get())));
        }
        return Loop.of(items);
    }

    private static LongFunction<Optional<String>> texts(String format) {
        Matcher parts = FORMAT.matcher(format);
        if (parts.matches()) {
            return number -> Optional.of(parts.group(1) + printed(number, parts) + parts.group(6));
        }
        Matcher wrong = WRONG.matcher(format);
        if (wrong.matches()) {
            return number ->
                    Optional.of(wrong.group(1) + "%!" + wrong.group(2) + "(int=" + number + ")" + wrong.group(3));
        }
        return number -> NONE.matcher(format).matches()
                ? Optional.of(format + "%!(EXTRA int=" + number + ")")
                : Optional.empty();
    }

    private static String printed(long number, Matcher parts) {
        int base =
                switch (parts.group(5)) {
                    case "x", "X" -> 16;
                    case "o" -> 8;
                    case "b" -> 2;
                    default -> 10;
                };
        String flags = parts.group(5).equals("v") ? parts.group(2).replace("+", "") : parts.group(2);
        String digits = Long.toString(Math.abs(number), base);
        digits = parts.group(5).equals("X") ? digits.toUpperCase(java.util.Locale.ROOT) : digits;
        String prefix = !flags.contains("#")
                ? ""
                : base == 16 ? "0" + parts.group(5) : base == 10 ? "" : base == 2 ? "0b" : "0";
        String sign = number < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        int width = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
        if (parts.group(4) != null) {
            int precision = Integer.parseInt(parts.group(4));
            digits = number == 0 && precision == 0 ? "" : "0".repeat(Math.max(0, precision - digits.length())) + digits;
        } else if (flags.contains("0") && !flags.contains("-")) {
            digits = "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
        }
        String text = sign + prefix + digits;
        String pad = " ".repeat(Math.max(0, width - text.length()));
        return flags.contains("-") ? text + pad : pad + text;
    }
}
