package io.tiphys.verifier.expr;

import java.util.Optional;

/**
 * A text read as an expression.
 *
 * @param text as written, without the tag's braces and equals sign
 * @param syntax its tree, if it is one
 * @param problem why it is none
 */
public record Expression(String text, Optional<Syntax> syntax, Optional<Problem> problem) {
    /** Longer texts are not read. */
    public static final int MAX_LENGTH = 100_000;

    /**
     * Why a text is no expression.
     *
     * @param offset of the character that was not expected, in UTF-16 units from 0; the length of the text for its end
     * @param expected what may stand there, to be read after "expected"
     * @param found what stands there, to be read after "found"
     * @param limit true if the text is only too large or too deep for us, so that nothing is known of it
     */
    public record Problem(int offset, String expected, String found, boolean limit) {
        /** One sentence, in which characters are counted from 1. */
        public String message() {
            return "expected " + expected + " at character " + (offset + 1) + ", found " + found;
        }
    }

    /** Reads an expression; never fails. */
    public static Expression parse(String text) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw new SyntaxException(
                        MAX_LENGTH, "the end (this is the longest expression that is read)", "more text", true);
            }
            return new Expression(text, Optional.of(new Parser(new Lexer(text)).parse()), Optional.empty());
        } catch (SyntaxException e) {
            return new Expression(text, Optional.empty(), Optional.of(e.problem()));
        }
    }
}
