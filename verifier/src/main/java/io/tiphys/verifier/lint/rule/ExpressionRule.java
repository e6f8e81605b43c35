package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.expr.Expression;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;

/** Expressions: in tags, and in the fields that are one. */
final class ExpressionRule implements LintRule {
    private static final Rule FORM = new Rule(
            "EXPR-01",
            Severity.ERROR,
            "Expressions, in {{=…}} and in the fields that are one, are well-formed expr-lang; the first closing braces end a tag.",
            "Mend the expression; names with hyphens are written inputs.parameters['my-name'], maps end in a blank: {a: 1 }.",
            "Argo Workflows controller; expr-lang");

    @Override
    public List<Rule> rules() {
        return List.of(FORM);
    }

    @Override
    public void check(Spec spec, Report report) {
        if (spec.manifest().kind().equals("CronWorkflow")) {
            expression(spec.root().get("spec").get("stopStrategy").get("expression"), report);
        }
        hooks(spec.node(), report);
        spec.node().get("templates").texts((place, text) -> tags(place, text, report));
        spec.node().get("templateDefaults").texts((place, text) -> tags(place, text, report));
        for (Template template : spec.templates()) {
            fields(template, report);
            for (Call call : template.calls()) {
                hooks(call.node(), report);
                for (Node artifact : call.node().get("arguments").items("artifacts")) {
                    expression(artifact.get("fromExpression"), report);
                }
            }
        }
    }

    private static void fields(Template template, Report report) {
        expression(template.node().get("retryStrategy").get("expression"), report);
        expression(template.node().get("http").get("successCondition"), report);
        for (Node step : template.node().get("data").items("transformation")) {
            expression(step.get("expression"), report);
        }
        Node outputs = template.node().get("outputs");
        for (Node parameter : outputs.items("parameters")) {
            expression(parameter.get("valueFrom").get("expression"), report);
        }
        for (Node artifact : outputs.items("artifacts")) {
            expression(artifact.get("fromExpression"), report);
        }
    }

    private static void hooks(Node holder, Report report) {
        holder.get("hooks").fields((name, hook) -> expression(hook.get("expression"), report));
    }

    private static void expression(Node field, Report report) {
        String text = field.json().asText("");
        if (field.json().isTextual() && !text.isEmpty() && !TagText.hasTags(text)) {
            parse(text, field, 0, report);
        }
    }

    private static void tags(Node place, String text, Report report) {
        if (text.contains("{{=")) {
            for (Tag tag : TagText.parse(text).tags()) {
                if (tag.isExpression() && !tag.nested()) {
                    parse(tag.content().substring(1), place, tag.start() + "{{=".length(), report);
                }
            }
        }
    }

    private static void parse(String text, Node place, int offset, Report report) {
        Expression.parse(text)
                .problem()
                .filter(problem -> !problem.limit())
                .ifPresent(problem -> report.addAt(
                        FORM,
                        place.at(),
                        offset + problem.offset(),
                        "in the expression \"" + text.strip() + "\": " + problem.message(),
                        CONTROLLER));
    }
}
