package io.tiphys.verifier.lint.depends;

import java.util.ArrayList;
import java.util.List;

/** A word or sign of a condition. */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        TASK,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        OTHER,
        END
    }

    static List<Token> scan(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            Token token = at(text, at);
            tokens.add(token);
            at += token.text().length();
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    private static Token at(String text, int at) {
        char c = text.charAt(at);
        if (isNameStart(c)) {
            return new Token(Kind.TASK, task(text, at), at);
        }
        if (text.startsWith("&&", at)) {
            return new Token(Kind.AND, "&&", at);
        }
        if (text.startsWith("||", at)) {
            return new Token(Kind.OR, "||", at);
        }
        Kind kind = c == '!' ? Kind.NOT : c == '(' ? Kind.OPEN : c == ')' ? Kind.CLOSE : Kind.OTHER;
        return new Token(kind, text.substring(at, at + Character.charCount(text.codePointAt(at))), at);
    }

    /** A name, and the result behind a dot. */
    private static String task(String text, int start) {
        int at = start;
        while (at < text.length() && (isNameStart(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        int result = at + 1;
        while (result < text.length() && isLetter(text.charAt(result))) {
            result++;
        }
        boolean hasResult = at < text.length()
                && text.charAt(at) == '.'
                && result > at + 2
                && Character.isUpperCase(text.charAt(at + 1));
        return text.substring(start, hasResult ? result : at);
    }

    private static boolean isNameStart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
