package io.tiphys.verifier.lint.language;

/**
 * A mistake in a text of a small language.
 *
 * @param offset where, in characters from the start, from 0
 * @param message what was expected and what was found
 */
public record Problem(int offset, String message) {

    /** {@code expected …, found "x" at character 3}: characters are counted from 1. */
    public static Problem expected(String what, int offset, String found) {
        String shown = found.isEmpty() ? "the end" : "\"" + found + "\" at character " + (offset + 1);
        return new Problem(offset, "expected " + what + ", found " + shown);
    }

    /** The same, at a place of a text, with the character that stands there. */
    public static Problem expected(String what, String text, int offset) {
        return expected(what, offset, offset >= text.length() ? "" : Character.toString(text.codePointAt(offset)));
    }
}
