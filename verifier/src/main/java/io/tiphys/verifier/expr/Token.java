package io.tiphys.verifier.expr;

/**
 * A word or sign.
 *
 * @param kind what it is
 * @param value a text without quotes, else as written
 * @param offset of its first character
 */
record Token(Kind kind, String value, int offset) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        BYTES,
        OPERATOR,
        BRACKET,
        END
    }

    boolean is(Kind wanted, String text) {
        return kind == wanted && value.equals(text);
    }

    boolean isOperator(String text) {
        return is(Kind.OPERATOR, text);
    }

    boolean isBracket(String text) {
        return is(Kind.BRACKET, text);
    }

    /** For "found …". */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text \"" + value + "\"";
            case BYTES -> "a text of bytes";
            case NUMBER -> "the number " + value;
            case NAME -> "the name \"" + value + "\"";
            case OPERATOR, BRACKET -> "\"" + value + "\"";
        };
    }
}
