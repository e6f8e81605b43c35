package io.tiphys.verifier.lint.when;

/** Sorts of characters as Go has them. */
final class GoCharacters {
    private GoCharacters() {}

    /** White space, the no-break space among it. */
    static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || (Character.isSpaceChar(c) && c != 0x200B);
    }
}
