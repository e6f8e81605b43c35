package io.tiphys.verifier.lint.depends;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code depends} condition: names of tasks, each with an optional result, joined by {@code &&}, {@code ||}, {@code !}
 * and parentheses.
 *
 * @param references all that looks like a task, in order: what Argo takes for dependencies even where the text is no
 *     condition
 * @param problem why it is no condition
 */
public record Depends(List<Reference> references, Optional<Problem> problem) {
    public Depends {
        references = List.copyOf(references);
    }

    /**
     * A task that is named.
     *
     * @param task its name
     * @param result what is asked of it, such as {@code Succeeded}; empty for success or skipping
     * @param offset where the name starts
     */
    public record Reference(String task, String result, int offset) {}

    /**
     * A mistake.
     *
     * @param offset where
     * @param message what was expected and what was found
     */
    public record Problem(int offset, String message) {}

    /** Reads a condition; never fails. */
    public static Depends parse(String text) {
        List<Token> tokens = Token.scan(text);
        List<Reference> references = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.TASK) {
                int dot = token.text().indexOf('.');
                references.add(
                        dot < 0
                                ? new Reference(token.text(), "", token.offset())
                                : new Reference(
                                        token.text().substring(0, dot),
                                        token.text().substring(dot + 1),
                                        token.offset()));
            }
        }
        return new Depends(references, new Grammar(tokens).problem());
    }
}
