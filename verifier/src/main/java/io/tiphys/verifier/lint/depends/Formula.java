package io.tiphys.verifier.lint.depends;

import io.tiphys.verifier.expr.Expression;
import io.tiphys.verifier.lint.depends.Depends.Reference;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The expression that the controller makes of a condition: a task without result becomes three results, and every hyphen an
 * underscore.
 */
final class Formula {
    private final String text;
    private final String expanded;
    private final List<Integer> offsets;
    private final Set<String> tasks;

    private Formula(String text, String expanded, List<Integer> offsets, Set<String> tasks) {
        this.text = text;
        this.expanded = expanded;
        this.offsets = offsets;
        this.tasks = tasks;
    }

    static Formula of(String text, List<Reference> references) {
        StringBuilder expanded = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        Set<String> tasks = new HashSet<>();
        int at = 0;
        for (Reference reference : references) {
            at = copy(text, at, reference.offset(), expanded, offsets);
            String task = reference.task();
            tasks.add(task.replace('-', '_'));
            String part = reference.result().isEmpty()
                    ? "(" + task + ".Succeeded || " + task + ".Skipped || " + task + ".Daemoned)"
                    : task + "." + reference.result();
            expanded.append(part);
            for (int i = 0; i < part.length(); i++) {
                offsets.add(reference.offset());
            }
            at += reference.length();
        }
        copy(text, at, text.length(), expanded, offsets);
        return new Formula(text, expanded.toString().replace('-', '_'), offsets, tasks);
    }

    private static int copy(String text, int from, int to, StringBuilder expanded, List<Integer> offsets) {
        expanded.append(text, from, to);
        for (int i = from; i < to; i++) {
            offsets.add(i);
        }
        return to;
    }

    /** Why the controller cannot evaluate it. */
    Optional<Problem> problem() {
        Expression expression = Expression.parse(expanded);
        Optional<Problem> form = expression
                .problem()
                .map(found -> Problem.expected(found.expected(), original(found.offset()), found(found)));
        if (form.isPresent()) {
            return form;
        }
        try {
            Condition.check(expression.syntax().orElseThrow(), tasks);
            return Optional.empty();
        } catch (ProblemException e) {
            int offset = original(e.problem().offset());
            return Optional.of(Problem.expected(e.problem().message(), text, offset));
        }
    }

    private String found(Expression.Problem problem) {
        int offset = original(problem.offset());
        return offset >= text.length() ? "" : Character.toString(text.codePointAt(offset));
    }

    private int original(int offset) {
        return offset < offsets.size() ? offsets.get(offset) : text.length();
    }
}
