package io.tiphys.verifier.lint.language;

/** Carries a mistake from the depth of a parser to its way out, where it becomes a value again. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** Stops a parser. */
    public ProblemException(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
