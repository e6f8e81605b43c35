package io.tiphys.verifier.lint.verdict;

/** Ends a walk that goes too deep to say anything. */
final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeepException() {
        super("calls inside calls", null, false, false);
    }
}
