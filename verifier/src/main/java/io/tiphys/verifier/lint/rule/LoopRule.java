package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import java.util.List;

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

    @Override
    public List<Rule> rules() {
        return List.of(ONE, SEQUENCE, HOOK);
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
                    report.add(ONE, node.at(), "the " + call.kind().label() + " has several loops", ARGO_LINT);
                }
                Node sequence = node.get("withSequence");
                if (sequence.has("count") && sequence.has("end")) {
                    report.add(SEQUENCE, sequence.at(), "the sequence has both count and end", ARGO_LINT, API_SERVER);
                } else if (sequence.json().isObject() && !sequence.has("count") && !sequence.has("end")) {
                    report.add(SEQUENCE, sequence.at(), "the sequence has neither count nor end", ARGO_LINT);
                }
            }
        }
    }

    private static void hooks(Node holder, boolean lint, Report report) {
        holder.get("hooks").fields((name, hook) -> {
            if (!name.equals("exit") && hook.json().isObject() && !hook.hasContent("expression")) {
                report.add(
                        HOOK,
                        hook.get("expression").at(),
                        "the hook \"" + name + "\" has no expression",
                        lint ? ARGO_LINT : CONTROLLER);
            }
        });
    }
}
