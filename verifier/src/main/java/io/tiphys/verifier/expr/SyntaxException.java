package io.tiphys.verifier.expr;

/** What was expected where; {@link Expression#parse} turns it into a problem. */
final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Expression.Problem problem;

    SyntaxException(int offset, String expected, String found, boolean limit) {
        super(expected, null, false, false);
        this.problem = new Expression.Problem(offset, expected, found, limit);
    }

    SyntaxException(int offset, String expected, String found) {
        this(offset, expected, found, false);
    }

    Expression.Problem problem() {
        return problem;
    }
}
