package io.tiphys.verifier.lint.depends;

import io.tiphys.verifier.lint.depends.Depends.Problem;
import java.util.List;
import java.util.Optional;

/** Checks the order of words: {@code or = and {"||" and}; and = term {"&&" term}; term = {"!"} (task | "(" or ")")}. */
final class Grammar {
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int next;

    Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    Optional<Problem> problem() {
        next = 0;
        Optional<Problem> problem = or(0);
        return problem.isPresent() || is(Token.Kind.END) ? problem : expected("&&, || or the end");
    }

    private Optional<Problem> or(int depth) {
        Optional<Problem> problem = and(depth);
        while (problem.isEmpty() && take(Token.Kind.OR)) {
            problem = and(depth);
        }
        return problem;
    }

    private Optional<Problem> and(int depth) {
        Optional<Problem> problem = term(depth);
        while (problem.isEmpty() && take(Token.Kind.AND)) {
            problem = term(depth);
        }
        return problem;
    }

    private Optional<Problem> term(int depth) {
        if (take(Token.Kind.NOT)) {
            return depth > DEEPEST ? tooDeep() : term(depth + 1);
        }
        if (take(Token.Kind.TASK)) {
            return Optional.empty();
        }
        if (depth > DEEPEST) {
            return tooDeep();
        }
        if (!take(Token.Kind.OPEN)) {
            return expected("the name of a task, ! or (");
        }
        Optional<Problem> problem = or(depth + 1);
        return problem.isPresent() || take(Token.Kind.CLOSE) ? problem : expected("&&, || or )");
    }

    private Optional<Problem> tooDeep() {
        return expected("fewer than " + DEEPEST + " parentheses inside each other");
    }

    private boolean is(Token.Kind kind) {
        return tokens.get(next).kind() == kind;
    }

    private boolean take(Token.Kind kind) {
        boolean found = is(kind);
        if (found) {
            next++;
        }
        return found;
    }

    private Optional<Problem> expected(String what) {
        Token token = tokens.get(next);
        String found = token.kind() == Token.Kind.END ? "the end" : "\"" + token.text() + "\"";
        return Optional.of(new Problem(
                token.offset(), "expected " + what + " at character " + (token.offset() + 1) + ", found " + found));
    }
}
