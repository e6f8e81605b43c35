package io.tiphys.verifier.expr;

/** Texts in quotes as Go writes them, which is not as JSON does. */
final class GoQuote {
    private static final String LETTERS = "abfnrtv\\\"";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\\"";

    private GoQuote() {}

    static String quote(String text) {
        return '"' + inner(text) + '"';
    }

    /** What stands between the quotes. */
    static String inner(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.toString();
    }

    private static void append(StringBuilder quoted, int c) {
        int escape = MEANINGS.indexOf(c);
        if (escape >= 0) {
            quoted.append('\\').append(LETTERS.charAt(escape));
        } else if (isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c < ' ' || c == 0x7f) {
            quoted.append(String.format("\\x%02x", c));
        } else {
            quoted.append(c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
        }
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
