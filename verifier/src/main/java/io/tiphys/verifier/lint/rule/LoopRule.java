package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.loop.Loops;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;
import java.util.Optional;

/** Loops of steps and tasks, and hooks. */
final class LoopRule implements LintRule {
    private static final Rule ONE = new Rule(
            "LOOP-01",
            Severity.ERROR,
            "A step or task has at most one of withItems, withParam and withSequence.",
            "Keep the one that is meant.",
            "argo lint: loops");
    private static final Rule SEQUENCE = new Rule(
            "LOOP-02",
            Severity.ERROR,
            "A sequence has either count or end.",
            "Delete one of the two.",
            "argo lint: withSequence; full CRDs");
    private static final Rule HOOK = new Rule(
            "HOOK-01",
            Severity.ERROR,
            "A hook has an expression that says when it runs, except the one named exit.",
            "Add expression, such as workflow.status == \"Failed\".",
            "argo lint: Expression required");

    private static final Rule NUMBERS = new Rule(
            "LOOP-03",
            Severity.ERROR,
            "start, end and count of a sequence are whole numbers, and its format gives plain texts.",
            "Write whole numbers, and a format such as item-%03d.",
            "Argo Workflows controller: withSequence");
    private static final Rule ITEMS = new Rule(
            "LOOP-04",
            Severity.ERROR,
            "withParam is a list in JSON.",
            "Write a list such as [\"a\", \"b\"], or use withItems.",
            "Argo Workflows controller: withParam");

    private static final List<String> LOOPS = List.of("withItems", "withParam", "withSequence");

    @Override
    public List<Rule> rules() {
        return List.of(ONE, SEQUENCE, NUMBERS, ITEMS, HOOK);
    }

    @Override
    public void check(Spec spec, Report report) {
        hooks(spec.node(), true, report);
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                Node node = call.node();
                hooks(node, call.kind() == Call.Kind.STEP, report);
                int loops = (node.hasContent("withItems") ? 1 : 0)
                        + (node.hasContent("withParam") ? 1 : 0)
                        + (node.has("withSequence") ? 1 : 0);
                if (loops > 1) {
                    List<String> found = LOOPS.stream().filter(node::has).toList();
                    report.add(
                            ONE,
                            node.at(),
                            "the " + call.kind().label() + " has " + String.join(" and ", found),
                            ARGO_LINT);
                }
                Node sequence = node.get("withSequence");
                if (sequence.has("count") && sequence.has("end")) {
                    report.add(SEQUENCE, sequence.at(), "the sequence has both count and end", ARGO_LINT);
                } else if (sequence.json().isObject() && !sequence.has("count") && !sequence.has("end")) {
                    report.add(
                            SEQUENCE,
                            sequence.at(),
                            "the sequence has neither count nor end",
                            "Add count: \"3\", or end: \"3\".",
                            CONTROLLER);
                }
                numbers(sequence, report);
                list(node.get("withParam"), report);
            }
        }
    }

    private static void numbers(Node sequence, Report report) {
        boolean known = true;
        for (String field : List.of("start", "end", "count")) {
            Node number = sequence.get(field);
            String text = number.json().asText("");
            if (sequence.has(field) && number.json().isValueNode() && !TagText.hasTags(text)) {
                Optional<Problem> problem = Loops.number(text);
                problem.ifPresent(
                        found -> report.addAt(NUMBERS, number.at(), found.offset(), found.message(), CONTROLLER));
                known &= problem.isEmpty();
            } else {
                known &= !sequence.has(field);
            }
        }
        String format = sequence.text("format");
        boolean bounded = sequence.has("end") != sequence.has("count");
        if (known && bounded && !format.isEmpty() && !format.contains("{{")) {
            long first = sequence.get("start").json().asLong(0);
            long last = sequence.has("end")
                    ? sequence.get("end").json().asLong()
                    : first + sequence.get("count").json().asLong() - 1;
            Loops.format(format, first, last)
                    .ifPresent(problem ->
                            report.add(NUMBERS, sequence.get("format").at(), problem.message(), CONTROLLER));
        }
    }

    private static void list(Node param, Report report) {
        if (param.json().isTextual() && !TagText.hasTags(param.json().textValue())) {
            Loops.list(param.json().textValue())
                    .ifPresent(problem ->
                            report.addAt(ITEMS, param.at(), problem.offset(), problem.message(), CONTROLLER));
        }
    }

    private static void hooks(Node holder, boolean lint, Report report) {
        holder.get("hooks").fields((name, hook) -> {
            if (!name.equals("exit") && hook.json().isObject() && !hook.hasContent("expression")) {
                report.add(
                        HOOK,
                        hook.get("expression").at(),
                        "the hook \"" + name + "\" has no expression",
                        "Add expression, such as workflow.status == \"Failed\"; or name the hook exit, to run it at the end.",
                        lint ? ARGO_LINT : CONTROLLER);
            }
        });
    }
}
