package io.tiphys.verifier.lint.when;

/**
 * A piece of a condition.
 *
 * @param text what it says: without quotes or brackets, escapes resolved
 * @param value of a literal its value ({@link Double}, {@link Boolean}, {@link String}), of all others the text
 * @param offset where it starts
 */
record Token(Kind kind, String text, Object value, int offset) {
    Token(Kind kind, String text, int offset) {
        this(kind, text, text, offset);
    }

    boolean is(Kind wanted, String sign) {
        return kind == wanted && text.equals(sign);
    }
}
