package io.tiphys.verifier.lint.when;

import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;

/** Takes a condition apart. A backslash takes away the meaning of any character behind it. */
final class Lexer {
    private static final Set<String> PREFIXES = Set.of("-", "!", "~");
    private static final Set<String> MODIFIERS = Set.of("+", "-", "*", "/", "%", "**", "&", "|", "^", ">>", "<<");
    private static final Set<String> COMPARATORS = Set.of("==", "!=", ">", ">=", "<", "<=", "=~", "!~");
    private static final Set<String> LOGICALS = Set.of("&&", "||");
    private static final Set<String> TERNARIES = Set.of("?", ":", "??");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws ProblemException {
        List<Token> tokens = new ArrayList<>();
        Kind last = Kind.START;
        while (true) {
            while (at < text.length() && GoCharacters.isSpace(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at >= text.length()) {
                return tokens;
            }
            Token token = next(last);
            tokens.add(token);
            last = token.kind();
        }
    }

    private Token next(Kind last) throws ProblemException {
        int start = at;
        int c = text.codePointAt(at);
        if (isNumeric(c)) {
            return isHex() ? hex(start) : decimal(start);
        }
        if (Character.isLetter(c)) {
            return word(start);
        }
        return switch (c) {
            case ',' -> single(Kind.SEPARATOR);
            case '(' -> single(Kind.OPEN);
            case ')' -> single(Kind.CLOSE);
            case '[' -> new Token(Kind.WORD, enclosed("]", "the closing bracket of the name"), start);
            case '\'', '"' -> quoted(start);
            default -> sign(last, start);
        };
    }

    private Token single(Kind kind) {
        int start = at++;
        return new Token(kind, text.substring(start, at), start);
    }

    private Token quoted(int start) throws ProblemException {
        String content = enclosed("'\"", "the closing quote");
        OptionalLong time = GoTimes.seconds(content);
        return time.isPresent()
                ? new Token(Kind.TIME, content, (double) time.getAsLong(), start)
                : new Token(Kind.TEXT, content, start);
    }

    private boolean isHex() {
        return text.startsWith("0x", at) && at + 2 < text.length();
    }

    private Token hex(int start) throws ProblemException {
        at += 2;
        String digits = read(true, c -> Character.isDigit(c) || isHexLetter(c));
        if (!digits.matches("0*[0-9a-fA-F]{1,16}")) {
            throw new ProblemException(Problem.expected("1 to 16 hexadecimal digits behind 0x", start, "0x" + digits));
        }
        long bits = Long.parseUnsignedLong(digits, 16);
        double value = (bits >>> 1) * 2.0 + (bits & 1);
        return new Token(Kind.NUMBER, "0x" + digits, value, start);
    }

    private static boolean isHexLetter(int c) {
        int lower = Character.toLowerCase(c);
        return lower >= 'a' && lower <= 'f';
    }

    private Token decimal(int start) throws ProblemException {
        String digits = read(true, Lexer::isNumeric);
        boolean number = digits.matches("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
        double value = number ? Double.parseDouble(digits) : Double.NaN;
        if (!number || Double.isInfinite(value)) {
            throw new ProblemException(Problem.expected("a number, or quotes around a text", start, digits));
        }
        return new Token(Kind.NUMBER, digits, value, start);
    }

    private Token word(int start) throws ProblemException {
        String word = read(true, c -> isName(c) || c == '_' || c == '.');
        if (word.indexOf('.') > 0) {
            String[] parts = word.split("\\.", -1);
            for (int i = 1; i < parts.length; i++) {
                boolean hanging = i == parts.length - 1 && parts[i].isEmpty();
                if (hanging || (!parts[i].isEmpty() && !isUpper(parts[i].codePointAt(0)))) {
                    throw new ProblemException(Problem.expected("quotes around a text with dots", start, word));
                }
            }
            return new Token(Kind.ACCESS, word, start);
        }
        return switch (word) {
            case "true", "false" -> new Token(Kind.BOOLEAN, word, word.equals("true"), start);
            case "in", "IN" -> new Token(Kind.COMPARATOR, "in", start);
            default -> new Token(Kind.WORD, word, start);
        };
    }

    private static boolean isName(int c) {
        return Character.isLetter(c) || Character.isDigit(c);
    }

    private static boolean isUpper(int c) {
        return Character.toUpperCase(c) == c;
    }

    private Token sign(Kind last, int start) throws ProblemException {
        String sign = read(true, c -> !isName(c) && "()[]'\"".indexOf(c) < 0);
        if (last.mayBeFollowedBy(Kind.PREFIX) && PREFIXES.contains(sign)) {
            return new Token(Kind.PREFIX, sign, start);
        } else if (MODIFIERS.contains(sign)) {
            return new Token(Kind.MODIFIER, sign, start);
        } else if (LOGICALS.contains(sign)) {
            return new Token(Kind.LOGICAL, sign, start);
        } else if (COMPARATORS.contains(sign)) {
            return new Token(Kind.COMPARATOR, sign, start);
        } else if (TERNARIES.contains(sign)) {
            return new Token(Kind.TERNARY, sign, start);
        }
        throw new ProblemException(Problem.expected("an operator, or quotes around a text", start, sign));
    }

    private String enclosed(String end, String missing) throws ProblemException {
        int start = at++;
        String content = read(false, c -> end.indexOf(c) < 0);
        if (at >= text.length()) {
            throw new ProblemException(
                    Problem.expected(missing + " opened at character " + (start + 1), text, text.length()));
        }
        at++;
        return content;
    }

    /** Reads on while a condition holds; white space ends it, or belongs to it. */
    private String read(boolean endsAtSpace, IntPredicate belongs) throws ProblemException {
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int width = Character.charCount(c);
            if (c == '\\') {
                if (at + 1 >= text.length()) {
                    throw new ProblemException(Problem.expected("a character behind the backslash", text, at + 1));
                }
                c = text.codePointAt(at + 1);
                width = 1 + Character.charCount(c);
            } else if (endsAtSpace && GoCharacters.isSpace(c)) {
                if (content.length() > 0) {
                    return content.toString();
                }
                at += width;
                continue;
            } else if (!belongs.test(c)) {
                return content.toString();
            }
            content.appendCodePoint(c);
            at += width;
        }
        return content.toString();
    }

    private static boolean isNumeric(int c) {
        return Character.isDigit(c) || c == '.';
    }
}
