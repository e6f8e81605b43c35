package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.TagText;
import io.tiphys.verifier.lint.when.When;
import java.util.List;
import java.util.Optional;

/** Conditions. */
final class WhenRule implements LintRule {
    private static final Rule WHEN = new Rule(
            "WHEN-01",
            Severity.ERROR,
            "when is a comparison that is true or false; texts with hyphens, dots, slashes or blanks stand in quotes.",
            "Quote both sides: '{{inputs.parameters.mode}}' == 'dry-run'.",
            "Argo Workflows controller: when");
    /** What a tag may stand for: a number, a word, a boolean, an operator, nothing, a whole comparison. */
    private static final List<String> VALUES = List.of("w", "1", "true", "==", "", "1 == 1");

    @Override
    public List<Rule> rules() {
        return List.of(WHEN);
    }

    @Override
    public void check(Spec spec, Report report) {
        if (spec.manifest().kind().equals("CronWorkflow")) {
            when(spec.root().get("spec").get("when"), When.Bare.NAME, report);
        }
        metrics(spec.node(), report);
        for (Template template : spec.templates()) {
            metrics(template.node(), report);
            for (Call call : template.calls()) {
                when(call.node().get("when"), When.Bare.TEXT, report);
            }
        }
    }

    private static void metrics(Node holder, Report report) {
        for (Node metric : holder.get("metrics").items("prometheus")) {
            when(metric.get("when"), When.Bare.TEXT, report);
        }
    }

    private static void when(Node field, When.Bare bare, Report report) {
        if (!field.json().isTextual()) {
            return;
        }
        String text = field.json().textValue();
        if (!TagText.hasTags(text)) {
            When.of(text, bare)
                    .problem()
                    .ifPresent(
                            problem -> report.addAt(WHEN, field.at(), problem.offset(), problem.message(), CONTROLLER));
        } else if (VALUES.stream().noneMatch(value -> filled(text, value, bare).wellFormed())) {
            Optional<Problem> problem = filled(text, VALUES.get(0), bare).problem();
            problem.ifPresent(found ->
                    report.add(WHEN, field.at(), "whatever the variables stand for: " + found.message(), CONTROLLER));
        }
    }

    private static When filled(String text, String value, When.Bare bare) {
        return When.of(TagText.parse(text).replace(tag -> value), bare);
    }
}
