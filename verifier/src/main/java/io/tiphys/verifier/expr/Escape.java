package io.tiphys.verifier.expr;

/**
 * What a backslash and the characters behind it stand for.
 *
 * @param value the characters
 * @param end the offset behind it
 */
record Escape(String value, int end) {
    private static final String LETTERS = "abfnrtv\\";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";
    private static final int LAST = 0x10FFFF;

    /** Reads the escape whose backslash stands at an offset. */
    static Escape scan(String text, int start, char quote, boolean bytes) throws SyntaxException {
        int at = start + 1;
        char c = at < text.length() ? text.charAt(at) : '\n';
        if (c == quote) {
            return new Escape(String.valueOf(quote), at + 1);
        }
        if (LETTERS.indexOf(c) >= 0) {
            return new Escape(String.valueOf(MEANINGS.charAt(LETTERS.indexOf(c))), at + 1);
        }
        if (c >= '0' && c <= '3') {
            return number(text, at, 3, 8, start);
        }
        if (c == 'x') {
            return number(text, at + 1, 2, 16, start);
        }
        if (c == 'u' && !bytes) {
            return text.startsWith("{", at + 1) ? braces(text, at + 2, start) : number(text, at + 1, 4, 16, start);
        }
        if (c == 'U' && !bytes) {
            return number(text, at + 1, 8, 16, start);
        }
        throw wrong(start, text);
    }

    private static Escape braces(String text, int from, int start) throws SyntaxException {
        int end = text.indexOf('}', from);
        if (end <= from || end - from > 6) {
            throw wrong(start, text);
        }
        return new Escape(number(text, from, end - from, 16, start).value(), end + 1);
    }

    private static Escape number(String text, int from, int count, int base, int start) throws SyntaxException {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = i < text.length() ? Chars.digit(text.charAt(i)) : base;
            if (digit >= base) {
                throw wrong(start, text);
            }
            value = value * base + digit;
        }
        if (value > LAST) {
            throw wrong(start, text);
        }
        boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        return new Escape(half ? "\uFFFD" : Character.toString((int) value), from + count);
    }

    private static SyntaxException wrong(int start, String text) {
        int next = start + 1 < text.length() ? start + 1 + Character.charCount(text.codePointAt(start + 1)) : start + 1;
        return new SyntaxException(
                start,
                "an escape: \\\\, \\ with the quote, \\n, \\r, \\t, \\a, \\b, \\f, \\v, \\xHH, \\uHHHH, \\UHHHHHHHH or \\000",
                "\"" + text.substring(start, next) + "\"");
    }
}
