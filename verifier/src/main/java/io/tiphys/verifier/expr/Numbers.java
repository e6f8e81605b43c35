package io.tiphys.verifier.expr;

import java.util.Locale;

/** Literal numbers. */
final class Numbers {
    private Numbers() {}

    static Syntax literal(Token token) throws SyntaxException {
        String text = token.value().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            return new Syntax.Literal(value(text), token.offset());
        } catch (NumberFormatException e) {
            throw new SyntaxException(
                    token.offset(), "a number of at most 64 bits with at least one digit in each part", token.shown());
        }
    }

    private static Object value(String text) {
        if (text.startsWith("0x")) {
            return Long.parseLong(digits(text), 16);
        }
        if (text.contains(".") || text.contains("e")) {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw new NumberFormatException(text);
            }
            return value;
        }
        if (text.startsWith("0b")) {
            return Long.parseLong(digits(text), 2);
        }
        if (text.startsWith("0o")) {
            return Long.parseLong(digits(text), 8);
        }
        return Long.parseLong(text);
    }

    private static String digits(String text) {
        String digits = text.substring(2);
        if (digits.startsWith("-") || digits.startsWith("+")) {
            throw new NumberFormatException(text);
        }
        return digits;
    }
}
