package io.tiphys.verifier.cel;

/** What became of an expression's text. */
public sealed interface CelCompilation {

    /**
     * It compiles.
     *
     * @param expression ready to evaluate
     */
    record Compiled(CelExpression expression) implements CelCompilation {}

    /**
     * It does not.
     *
     * @param message why
     * @param line line in the expression, from 1
     * @param column column in that line, from 1
     */
    record Refused(String message, int line, int column) implements CelCompilation {}
}
