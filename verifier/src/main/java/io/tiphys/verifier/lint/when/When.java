package io.tiphys.verifier.lint.when;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition without tags: they are filled in before anybody reads it.
 *
 * @param result what it comes to; nothing where it fails
 * @param problem why it fails: it is not well-formed, its operators do not take its values, or it comes to no boolean
 * @param wellFormed whether other words could make it work: only operators and values do not fit
 */
public record When(Optional<Boolean> result, Optional<Problem> problem, boolean wellFormed) {
    private static final int LONGEST = 100_000;

    /** What a bare word is. */
    public enum Bare {
        /** A text, as in steps, tasks and metrics. */
        TEXT,
        /** The name of a value that nobody gives, as in CronWorkflows. */
        NAME
    }

    /** Reads and computes a condition; never fails. The empty text is true. */
    public static When of(String text, Bare bare) {
        if (text.isEmpty()) {
            return new When(Optional.of(true), Optional.empty(), true);
        }
        Planner planner;
        try {
            planner = new Planner(tokens(text, bare), text.length());
        } catch (ProblemException e) {
            return new When(Optional.empty(), Optional.of(e.problem()), false);
        }
        try {
            Object value = Evaluation.of(planner.tree());
            if (value instanceof Boolean result) {
                return new When(Optional.of(result), Optional.empty(), true);
            }
            String found = "expected a comparison that is true or false, found \"" + Values.text(value) + "\"";
            return new When(Optional.empty(), Optional.of(new Problem(0, found)), true);
        } catch (ProblemException e) {
            return new When(Optional.empty(), Optional.of(e.problem()), true);
        }
    }

    private static List<Token> tokens(String text, Bare bare) throws ProblemException {
        if (text.length() > LONGEST) {
            throw new ProblemException(Problem.expected("at most " + LONGEST + " characters", text, LONGEST));
        }
        List<Token> tokens = new Lexer(text).tokens();
        check(tokens, text);
        tokens = patterns(tokens);
        if (bare == Bare.NAME) {
            return tokens;
        }
        List<Token> texts = new ArrayList<>();
        for (Token token : tokens) {
            texts.add(token.kind() == Kind.WORD ? new Token(Kind.TEXT, token.text(), token.offset()) : token);
        }
        check(texts, text);
        return patterns(texts);
    }

    private static void check(List<Token> tokens, String text) throws ProblemException {
        long open = tokens.stream().filter(token -> token.kind() == Kind.OPEN).count();
        long close = tokens.stream().filter(token -> token.kind() == Kind.CLOSE).count();
        if (open != close) {
            throw new ProblemException(Problem.expected(
                    open > close ? "a closing parenthesis" : "an opening parenthesis before", text, text.length()));
        }
        Kind last = Kind.START;
        for (Token token : tokens) {
            if (!last.mayBeFollowedBy(token.kind())) {
                throw new ProblemException(Problem.expected(next(last), token.offset(), token.text()));
            }
            last = token.kind();
        }
        if (!last.isLast()) {
            throw new ProblemException(Problem.expected("a value", text, text.length()));
        }
    }

    /** What may stand behind a token, in words. */
    private static String next(Kind last) {
        return switch (last) {
            case NUMBER, BOOLEAN, TEXT, TIME, PATTERN, WORD, ACCESS, CLOSE ->
                "an operator such as == (quotes make one text of several words)";
            case PREFIX -> "a number, true, false or a parenthesis";
            default -> "a value";
        };
    }

    private static List<Token> patterns(List<Token> tokens) throws ProblemException {
        List<Token> result = new ArrayList<>(tokens);
        for (int i = 0; i + 1 < result.size(); i++) {
            Token sign = result.get(i);
            Token text = result.get(i + 1);
            boolean matching = sign.is(Kind.COMPARATOR, "=~") || sign.is(Kind.COMPARATOR, "!~");
            if (matching && text.kind() == Kind.TEXT) {
                try {
                    result.set(
                            i + 1, new Token(Kind.PATTERN, text.text(), Pattern.compile(text.text()), text.offset()));
                } catch (PatternSyntaxException e) {
                    throw new ProblemException(Problem.expected("a regular expression", text.offset(), text.text()));
                }
            }
        }
        return result;
    }
}
