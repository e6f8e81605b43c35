package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.depends.Depends;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Vocabulary;
import io.tiphys.verifier.load.Nearest;
import java.util.Map;
import java.util.Optional;

/**
 * Words in a condition that is none: Argo takes them for tasks that are not there, and their author for operators or results.
 * It is said once, as what it is.
 */
final class DependsSlip {
    static final Rule SYNTAX = new Rule(
            "DAG-03",
            Severity.ERROR,
            "depends is a condition of names, results, &&, ||, ! and parentheses.",
            "Write a condition such as a.Succeeded && (b || c.Failed).",
            DagRule.SOURCE);
    static final Rule RESULT = new Rule(
            "DAG-07",
            Severity.ERROR,
            "Results in depends are Succeeded, Failed, Errored, Skipped, Omitted, Daemoned and, of loops, AnySucceeded and"
                    + " AllFailed.",
            "Use one of these results.",
            DagRule.SOURCE);
    private static final Map<String, String> OPERATORS =
            Map.of("and", "&&", "AND", "&&", "or", "||", "OR", "||", "not", "!", "NOT", "!");

    private DependsSlip() {}

    /** Tells of quotes, which names of tasks do without. */
    static boolean tellQuotes(Node field, String text, Report report) {
        String bare = text.replaceAll("['\"]", "");
        if (bare.equals(text) || Depends.parse(bare).problem().isPresent()) {
            return false;
        }
        int offset = Math.min(at(text, '\''), at(text, '"'));
        report.addAt(
                SYNTAX, field.at(), offset, "names of tasks stand without quotes", "Write " + bare + ".", CONTROLLER);
        return true;
    }

    private static int at(String text, char c) {
        int at = text.indexOf(c);
        return at < 0 ? text.length() : at;
    }

    /** Tells of a reference to no task, if it is such a word. */
    static boolean tell(Node field, String text, Depends.Reference reference, Report report) {
        int offset = field.json().asText().equals(text) ? reference.offset() : 0;
        String word = reference.task();
        String operator = OPERATORS.get(word);
        if (operator != null) {
            String message = "\"" + word + "\" is no operator; there are &&, || and !";
            String remedy = "Write " + operator + " instead of " + word + ".";
            report.addAt(SYNTAX, field.at(), offset, message, remedy, ARGO_LINT, CONTROLLER);
            return true;
        }
        Optional<String> result = Nearest.of(word, Vocabulary.TASK_RESULTS);
        if (result.isPresent() && text.startsWith(".", reference.offset() - 1)) {
            String message = "\"" + word + "\" is no result of a task" + Nearest.hint(word, Vocabulary.TASK_RESULTS);
            String remedy = "Write " + result.get() + " instead of " + word + ".";
            report.addAt(RESULT, field.at(), offset, message, remedy, ARGO_LINT, CONTROLLER);
            return true;
        }
        return false;
    }
}
