package io.tiphys.verifier.lint.depends;

import io.tiphys.verifier.lint.language.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code depends} condition: names of tasks, each with an optional result, joined by {@code &&}, {@code ||}, {@code !}
 * and parentheses. Argo finds the names first, whatever stands between them, and reads the rest as expr-lang when the
 * task could start.
 *
 * @param references all that looks like a task, in order: what Argo takes for dependencies even where the text is no
 *     condition
 * @param problem why it is no condition, if all tasks exist
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
    public record Reference(String task, String result, int offset) {
        int length() {
            return task.length() + (result.isEmpty() ? 0 : result.length() + 1);
        }
    }

    /** Reads a condition; never fails. */
    public static Depends parse(String text) {
        List<Reference> references = references(text);
        return new Depends(references, Formula.of(text, references).problem());
    }

    private static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && (isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
                end++;
            }
            Reference reference = new Reference(text.substring(at, end), result(text, end), at);
            references.add(reference);
            at += reference.length();
        }
        return references;
    }

    /** A capital and at least one more letter, behind a dot. */
    private static String result(String text, int dot) {
        int end = dot + 1;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        boolean found = text.startsWith(".", dot) && end > dot + 2 && text.charAt(dot + 1) <= 'Z';
        return found ? text.substring(dot + 1, end) : "";
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
