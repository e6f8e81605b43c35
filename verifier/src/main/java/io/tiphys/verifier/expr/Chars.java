package io.tiphys.verifier.expr;

/** Classes of characters, as Go's unicode package has them. */
final class Chars {
    private Chars() {}

    static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    static boolean isLetter(int c) {
        return c == '_' || c == '$' || Character.isLetter(c);
    }

    static boolean isWord(int c) {
        return isLetter(c) || Character.isDigit(c);
    }

    /** Whether a text is a word that does not begin with a digit. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && isLetter(text.codePointAt(0))
                && text.codePoints().allMatch(Chars::isWord);
    }

    /** The value of a digit, 16 if it is none. */
    static int digit(int c) {
        return c < 128 && Character.digit(c, 16) >= 0 ? Character.digit(c, 16) : 16;
    }
}
