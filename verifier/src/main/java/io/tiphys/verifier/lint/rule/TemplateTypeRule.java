package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.TemplateType;
import java.util.Arrays;
import java.util.List;

/** What a template is, and the fields that go with it. */
final class TemplateTypeRule implements LintRule {
    private static final Rule ONE = new Rule(
            "TPL-01",
            Severity.ERROR,
            "A template has exactly one type: container, containerSet, steps, script, resource, dag, suspend, data, http or"
                    + " plugin.",
            "Give the template one type; what else it should do goes into templates of their own.",
            "argo lint: template types; full CRDs");
    private static final Rule NOT_HERE = new Rule(
            "TPL-02",
            Severity.ERROR,
            "Deadlines and timeouts stand in templates that do the work, parallelism in steps and dag.",
            "Move the field to a template of the right type.",
            "argo lint: template types; full CRDs");

    private static final List<String> TYPES =
            Arrays.stream(TemplateType.values()).map(TemplateType::field).toList();

    @Override
    public List<Rule> rules() {
        return List.of(ONE, NOT_HERE);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            List<TemplateType> types = TemplateType.in(template.node());
            if (!template.node().json().isObject()) {
                continue;
            }
            if (types.isEmpty()) {
                if (template.isInline() || !FieldSlip.in(template.node(), TYPES)) {
                    report.add(
                            ONE,
                            template.node().at(),
                            "the template has no type, it does nothing",
                            "Add container, script, steps, dag or another type; or delete the template.",
                            ARGO_LINT);
                }
            } else if (types.size() > 1) {
                String names = String.join(
                        ", ", types.stream().map(TemplateType::field).toList());
                report.add(ONE, template.node().at(), "the template has several types: " + names, ARGO_LINT);
            } else {
                fields(template, types.get(0), report);
            }
        }
    }

    private static void fields(Template template, TemplateType type, Report report) {
        Node node = template.node();
        if (type.isGraph()) {
            if (node.hasContent("timeout")) {
                wrong(node.get("timeout"), type, report);
            }
            if (node.has("activeDeadlineSeconds")) {
                wrong(node.get("activeDeadlineSeconds"), type, report);
            }
            if (node.hasContent("pendingTimeout")) {
                wrong(node.get("pendingTimeout"), type, report);
            }
        } else {
            if (node.has("parallelism")) {
                report.addKey(
                        NOT_HERE,
                        node.get("parallelism").at(),
                        type.field() + " templates take no parallelism; steps and dag do",
                        "Move parallelism to the steps or dag template that calls this one, or to the spec.",
                        ARGO_LINT);
            }
            if (node.has("timeout") && type == TemplateType.SUSPEND) {
                report.addKey(
                        NOT_HERE,
                        node.get("timeout").at(),
                        "suspend templates take no timeout",
                        "Write suspend: {duration: " + node.text("timeout") + "} instead.",
                        ARGO_LINT);
            }
        }
    }

    private static void wrong(Node field, TemplateType type, Report report) {
        String name = field.at().last().getMatchingProperty();
        report.addKey(
                NOT_HERE,
                field.at(),
                type.field() + " templates take no " + name,
                "Move " + name + " to the templates that do the work"
                        + (name.equals("activeDeadlineSeconds") ? ", or to the spec." : "."),
                ARGO_LINT);
    }
}
