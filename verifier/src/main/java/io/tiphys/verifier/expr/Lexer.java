package io.tiphys.verifier.expr;

import io.tiphys.verifier.expr.Token.Kind;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/** Splits an expression into words and signs. */
final class Lexer {
    private static final Set<String> WORDS =
            Set.of("in", "or", "and", "matches", "contains", "startsWith", "endsWith", "let", "if", "else", "not");
    private static final Set<String> AFTER_NOT = Set.of("in", "matches", "contains", "startsWith", "endsWith");
    private static final int END = -1;

    private final Queue<Token> tokens = new ArrayDeque<>();
    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next one; {@code END} for ever behind the last. */
    Token next() throws SyntaxException {
        while (tokens.isEmpty() && at < text.length()) {
            token();
        }
        Token token = tokens.poll();
        return token == null ? new Token(Kind.END, "", text.length()) : token;
    }

    private void token() throws SyntaxException {
        int start = at;
        int c = peek();
        if (Chars.isSpace(c)) {
            advance();
        } else if (c == '\'' || c == '"' || c == '`') {
            Quoted quoted = Quoted.scan(text, at);
            at = quoted.end();
            tokens.add(new Token(Kind.TEXT, quoted.value(), start));
        } else if ((c == 'b' || c == 'B') && at + 1 < text.length() && "'\"".indexOf(text.charAt(at + 1)) >= 0) {
            Quoted quoted = Quoted.scanBytes(text, at + 1);
            at = quoted.end();
            tokens.add(new Token(Kind.BYTES, quoted.value(), start));
        } else if (isDigit(c)) {
            number();
        } else if (c == '?') {
            advance();
            accept(".?");
            emit(Kind.OPERATOR, start);
        } else if (c == '/') {
            slash();
        } else if (c == '#') {
            advance();
            accept("#");
            emit(Kind.OPERATOR, start);
            if (Chars.isWord(peek())) {
                int name = at;
                word();
                emit(Kind.NAME, name);
            }
        } else if (c == '.') {
            if (at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
                number();
            } else {
                advance();
                accept(".");
                emit(Kind.OPERATOR, start);
            }
        } else if ("([{)]}".indexOf(c) >= 0) {
            advance();
            emit(Kind.BRACKET, start);
        } else if (",;%+-^|:&!=*<>".indexOf(c) >= 0) {
            advance();
            accept(c == '|' ? "|" : c == ':' ? ":" : "&!=*<>".indexOf(c) >= 0 ? "&=*" : "");
            emit(Kind.OPERATOR, start);
        } else if (Chars.isWord(c)) {
            word();
            String value = text.substring(start, at);
            emit(WORDS.contains(value) ? Kind.OPERATOR : Kind.NAME, start);
            if (value.equals("not")) {
                afterNot();
            }
        } else {
            throw new SyntaxException(start, "a name, a value or an operator", "\"" + Character.toString(c) + "\"");
        }
    }

    /** Behind {@code not}, a comparing word is an operator although letters follow an unusual blank. */
    private void afterNot() {
        while (peek() == ' ') {
            advance();
        }
        int start = at;
        word();
        if (AFTER_NOT.contains(text.substring(start, at))) {
            emit(Kind.OPERATOR, start);
        } else {
            at = start;
        }
    }

    private void slash() throws SyntaxException {
        int start = at;
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new SyntaxException(text.length(), "\"*/\" that ends the comment", "the end");
            }
            at = end + 2;
        } else {
            advance();
            emit(Kind.OPERATOR, start);
        }
    }

    private void number() throws SyntaxException {
        int start = at;
        String digits = "0123456789_";
        if (accept("0")) {
            digits = accept("xX")
                    ? "0123456789abcdefABCDEF_"
                    : accept("oO") ? "01234567_" : accept("bB") ? "01_" : digits;
        }
        run(digits);
        int end = at;
        if (accept(".")) {
            if (peek() == '.') {
                at = end;
                emit(Kind.NUMBER, start);
                return;
            }
            run(digits);
        }
        if (accept("eE")) {
            accept("+-");
            run(digits);
        }
        if (Chars.isWord(peek())) {
            throw new SyntaxException(
                    at,
                    "a blank or an operator behind the number " + text.substring(start, at),
                    "\"" + Character.toString(peek()) + "\"");
        }
        emit(Kind.NUMBER, start);
    }

    private void emit(Kind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), start));
    }

    private void word() {
        while (Chars.isWord(peek())) {
            advance();
        }
    }

    private boolean accept(String valid) {
        boolean found = peek() != END && valid.indexOf(peek()) >= 0;
        if (found) {
            advance();
        }
        return found;
    }

    private void run(String valid) {
        while (peek() != END && valid.indexOf(peek()) >= 0) {
            advance();
        }
    }

    private int peek() {
        return at < text.length() ? text.codePointAt(at) : END;
    }

    private void advance() {
        at += Character.charCount(text.codePointAt(at));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
