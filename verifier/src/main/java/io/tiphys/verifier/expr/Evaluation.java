package io.tiphys.verifier.expr;

import java.util.Optional;

/**
 * The value of an expression, or why it has none.
 *
 * @param value if there is one
 * @param problem why the real program gives no value
 * @param unknown what would have to be known
 */
record Evaluation(Optional<Object> value, Optional<String> problem, Optional<String> unknown) {
    static Evaluation of(String text, Names names) {
        Expression expression = Expression.parse(text);
        if (expression.problem().isPresent()) {
            Expression.Problem problem = expression.problem().get();
            return problem.limit() ? unknown(problem.message()) : failure(problem.message());
        }
        return of(expression.syntax().orElseThrow(), names);
    }

    static Evaluation of(Syntax syntax, Names names) {
        try {
            new Checker(names).check(syntax);
            return new Evaluation(
                    Optional.of(new Evaluator(names).evaluate(syntax)), Optional.empty(), Optional.empty());
        } catch (ValueException e) {
            return e.isKnown() ? failure(e.message()) : unknown(e.message());
        }
    }

    private static Evaluation failure(String problem) {
        return new Evaluation(Optional.empty(), Optional.of(problem), Optional.empty());
    }

    private static Evaluation unknown(String what) {
        return new Evaluation(Optional.empty(), Optional.empty(), Optional.of(what));
    }
}
