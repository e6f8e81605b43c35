package io.tiphys.verifier.lint.name;

import io.tiphys.verifier.lint.language.Problem;
import java.util.Optional;

/**
 * Which characters a text has, and how many: strings that list them, {@code a}, {@code A} and {@code 0} standing for the
 * small letters, the capitals and the digits.
 *
 * @param first allowed as the first character
 * @param all allowed anywhere
 * @param last allowed as the last character
 * @param longest most characters
 * @param words what is allowed, in words
 */
record Spelling(String first, String all, String last, int longest, String words) {

    /** The first mistake in a text, whose start is an offset into a longer one. */
    Optional<Problem> problem(String text, int offset) {
        if (text.isEmpty()) {
            return Optional.of(Problem.expected(words, offset, ""));
        }
        if (!isOneOf(first, text.charAt(0))) {
            return expected(text, 0, offset, isOneOf(all, text.charAt(0)) ? edge(first) + " at the start" : words);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isOneOf(all, text.charAt(i))) {
                return expected(text, i, offset, words);
            }
        }
        if (!isOneOf(last, text.charAt(text.length() - 1))) {
            return expected(text, text.length() - 1, offset, edge(last) + " at the end");
        }
        return text.length() > longest
                ? Optional.of(new Problem(
                        offset + longest, "expected at most " + longest + " characters, found " + text.length()))
                : Optional.empty();
    }

    private static String edge(String allowed) {
        return allowed.indexOf('0') < 0 ? "a letter" : "a letter or digit";
    }

    private static Optional<Problem> expected(String text, int at, int offset, String what) {
        return Optional.of(Problem.expected(what, offset + at, Character.toString(text.codePointAt(at))));
    }

    private static boolean isOneOf(String allowed, char c) {
        char sort = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : c >= '0' && c <= '9' ? '0' : c;
        return allowed.indexOf(sort) >= 0;
    }
}
