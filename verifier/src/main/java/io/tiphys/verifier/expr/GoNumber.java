package io.tiphys.verifier.expr;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in texts, as Go reads them. */
final class GoNumber {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern INTEGER = Pattern.compile("([+-]?)(0[xX]|0[bB]|0[oO]|0)?([0-9a-fA-F]+)");

    private GoNumber() {}

    /** A number with a fraction. */
    static double parse(String text) throws ValueException {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = lower.startsWith("+") || lower.startsWith("-") ? lower.substring(1) : lower;
        if (name.equals("inf") || name.equals("infinity")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (lower.equals("nan")) {
            return Double.NaN;
        }
        if (name.startsWith("0x") || text.contains("_")) {
            if (name.startsWith("0x") && !text.contains("_") && name.indexOf('p') < 0) {
                throw ValueException.failure("\"" + text + "\" is no number");
            }
            throw ValueException.unknown("numbers in base sixteen");
        }
        if (!DECIMAL.matcher(text).matches() || text.length() > 400) {
            throw ValueException.failure("\"" + text + "\" is no number");
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw ValueException.failure("\"" + text + "\" is beyond the numbers of 64 bits");
        }
        return value;
    }

    /** An integer whose base its prefix tells; empty if it is none. */
    static Optional<Long> prefixed(String text) throws ValueException {
        if (text.contains("_")) {
            throw ValueException.unknown("integers with underscores");
        }
        java.util.regex.Matcher parts = INTEGER.matcher(text);
        if (!parts.matches()) {
            return text.equals("0") ? Optional.of(0L) : Optional.empty();
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2).toLowerCase(Locale.ROOT);
        int base =
                switch (prefix) {
                    case "0x" -> 16;
                    case "0b" -> 2;
                    case "0o", "0" -> 8;
                    default -> 10;
                };
        try {
            return Optional.of(Long.parseLong(parts.group(1) + parts.group(3), base));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
