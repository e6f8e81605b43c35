package io.tiphys.verifier.lint.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A word or sign of a selector; the end has an empty text. */
record Token(String text, int offset) {
    private static final String SPECIAL = "=!(),><";
    private static final Set<String> SIGNS = Set.of("=", "==", "!=", "!", "(", ")", ",", ">", "<");

    static List<Token> scan(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            if (isSpecial(text.charAt(at))) {
                at += at + 2 <= text.length() && SIGNS.contains(text.substring(at, at + 2)) ? 2 : 1;
            } else {
                while (at < text.length() && !isSpace(text.charAt(at)) && !isSpecial(text.charAt(at))) {
                    at++;
                }
            }
            tokens.add(new Token(text.substring(start, at), start));
        }
        tokens.add(new Token("", text.length()));
        return tokens;
    }

    boolean is(String sign) {
        return text.equals(sign);
    }

    boolean isWord() {
        return !text.isEmpty() && !SIGNS.contains(text);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isSpecial(char c) {
        return SPECIAL.indexOf(c) >= 0;
    }
}
