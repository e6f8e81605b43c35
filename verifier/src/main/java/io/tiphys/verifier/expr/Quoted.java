package io.tiphys.verifier.expr;

/**
 * A text in quotes.
 *
 * @param value without quotes and escapes; of bytes, one character for each byte
 * @param end the offset behind the closing quote
 */
record Quoted(String value, int end) {
    /** Reads a text whose quote stands at an offset. */
    static Quoted scan(String text, int start) throws SyntaxException {
        return text.charAt(start) == '`' ? raw(text, start) : escaped(text, start, false);
    }

    /** Reads a text of bytes whose quote stands at an offset. */
    static Quoted scanBytes(String text, int start) throws SyntaxException {
        return escaped(text, start, true);
    }

    /** Between backquotes, two stand for one, and nothing else is special. */
    private static Quoted raw(String text, int start) throws SyntaxException {
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '`') {
                value.append(text.charAt(at));
                at++;
            } else if (text.startsWith("``", at)) {
                value.append('`');
                at += 2;
            } else {
                return new Quoted(value.toString(), at + 1);
            }
        }
        throw open(text, start, at);
    }

    private static Quoted escaped(String text, int start, boolean bytes) throws SyntaxException {
        StringBuilder value = new StringBuilder();
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == quote) {
                return new Quoted(value.toString(), at + 1);
            }
            if (c == '\\') {
                Escape escape = Escape.scan(text, at, quote, bytes);
                value.append(escape.value());
                at = escape.end();
            } else if (c == '\r') {
                value.append('\n');
                at++;
            } else {
                value.append(c);
                at++;
            }
        }
        throw open(text, start, at);
    }

    private static SyntaxException open(String text, int start, int at) {
        return new SyntaxException(
                at,
                text.charAt(start) + " that closes the text that begins at character " + (start + 1),
                at < text.length() ? "the end of the line" : "the end");
    }
}
