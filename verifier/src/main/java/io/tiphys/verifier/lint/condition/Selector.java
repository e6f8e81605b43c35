package io.tiphys.verifier.lint.condition;

import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import io.tiphys.verifier.lint.name.NameForm;
import java.util.List;
import java.util.Optional;

/**
 * {@code [requirement {"," requirement}]}, a requirement being {@code ["!"] key}, {@code key (= | == | != | > | <) [value]}
 * or {@code key (in | notin) ( values )}.
 */
public final class Selector {
    private final List<Token> tokens;
    private int next;

    private Selector(String text) {
        tokens = Token.scan(text);
    }

    /** Why a text is no selector; nothing where it is one. */
    public static Optional<Problem> problem(String text) {
        try {
            new Selector(text).all();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private void all() throws ProblemException {
        if (isEnd()) {
            return;
        }
        do {
            requirement();
        } while (take(","));
        if (!isEnd()) {
            throw expected("a comma or the end (there is no && or ||)");
        }
    }

    private void requirement() throws ProblemException {
        boolean absent = take("!");
        Token key = word("a field such as status.phase");
        check(key, NameForm.LABEL_KEY);
        if (absent || isEnd() || peek().is(",")) {
            return;
        }
        Token operator = tokens.get(next++);
        switch (operator.text()) {
            case "in", "notin" -> values();
            case "=", "==", "!=" -> check(value(), NameForm.LABEL_VALUE);
            case ">", "<" -> number(value());
            default -> {
                next--;
                throw expected("one of = == != > < in notin");
            }
        }
    }

    private void number(Token value) throws ProblemException {
        if (!Duration.isWhole(value.text())) {
            throw new ProblemException(Problem.expected("a whole number", value.offset(), value.text()));
        }
        check(value, NameForm.LABEL_VALUE);
    }

    private Token value() throws ProblemException {
        return isEnd() || peek().is(",") ? new Token("", peek().offset()) : word("a value without quotes");
    }

    private void values() throws ProblemException {
        if (!take("(")) {
            throw expected("(");
        }
        while (!take(")")) {
            if (!take(",")) {
                check(word("a value or )"), NameForm.LABEL_VALUE);
                if (!peek().is(",") && !peek().is(")")) {
                    throw expected("a comma or )");
                }
            }
        }
    }

    private Token word(String what) throws ProblemException {
        if (!peek().isWord()) {
            throw expected(what);
        }
        return tokens.get(next++);
    }

    private static void check(Token token, NameForm form) throws ProblemException {
        Optional<Problem> problem = form.problem(token.text());
        if (problem.isPresent()) {
            Problem found = problem.get();
            throw new ProblemException(
                    new Problem(token.offset() + found.offset(), "\"" + token.text() + "\": " + found.message()));
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean isEnd() {
        return peek().text().isEmpty();
    }

    private boolean take(String sign) {
        boolean found = peek().is(sign);
        if (found) {
            next++;
        }
        return found;
    }

    private ProblemException expected(String what) {
        return new ProblemException(Problem.expected(what, peek().offset(), peek().text()));
    }
}
