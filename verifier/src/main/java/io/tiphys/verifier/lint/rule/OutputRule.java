package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.TemplateType;
import java.util.List;

/** What a template takes and gives: paths and sources. */
final class OutputRule implements LintRule {
    private static final Rule PATH = new Rule(
            "OUT-01",
            Severity.ERROR,
            "Artifacts of templates that run containers have a path; those of steps and dag have none of their own.",
            "Add path, the place of the file in the container.",
            "argo lint: did not specify a path");
    private static final Rule VALUE = new Rule(
            "OUT-02",
            Severity.ERROR,
            "An output parameter has exactly one source that fits its template: path in a container, jqFilter or jsonPath of"
                    + " a resource, parameter or expression in steps and dag, or supplied.",
            "Add valueFrom with the source that fits.",
            "argo lint: outputs");
    private static final List<String> KINDS =
            List.of("path", "jqFilter", "jsonPath", "parameter", "expression", "supplied");

    @Override
    public List<Rule> rules() {
        return List.of(PATH, VALUE);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            template.type().ifPresent(type -> check(template, type, report));
        }
    }

    private static void check(Template template, TemplateType type, Report report) {
        if (type.hasContainers()) {
            for (String holder : List.of("inputs", "outputs")) {
                for (Node artifact : template.node().get(holder).items("artifacts")) {
                    path(artifact, report);
                }
            }
        }
        for (Node parameter : template.node().get("outputs").items("parameters")) {
            if (parameter.json().isObject()) {
                source(parameter, type, report);
            }
        }
    }

    private static void path(Node artifact, Report report) {
        if (artifact.json().isObject() && !artifact.hasContent("path") && !artifact.has("path")) {
            report.add(
                    PATH,
                    artifact.get("path").at(),
                    "the artifact \"" + artifact.text("name") + "\" has no path",
                    ARGO_LINT);
        } else if (artifact.has("path") && artifact.text("path").isEmpty()) {
            report.add(PATH, artifact.get("path").at(), "the path is empty", ARGO_LINT);
        }
    }

    private static void source(Node parameter, TemplateType type, Report report) {
        String name = parameter.text("name");
        Node from = parameter.get("valueFrom");
        if (!parameter.has("value") && !parameter.has("valueFrom")) {
            report.add(
                    VALUE,
                    parameter.at(),
                    "the output \"" + name + "\" has neither valueFrom nor value",
                    add(type),
                    ARGO_LINT);
            return;
        }
        if (parameter.has("value") && parameter.has("valueFrom")) {
            report.add(
                    VALUE,
                    parameter.at(),
                    "the output \"" + name + "\" has both valueFrom and value",
                    "Keep one of the two.",
                    ARGO_LINT);
            return;
        }
        if (!from.json().isObject()) {
            return;
        }
        List<String> kinds = KINDS.stream().filter(kind -> from.has(kind)).toList();
        if (kinds.isEmpty()) {
            report.add(VALUE, from.at(), "valueFrom names no source", add(type), ARGO_LINT);
            return;
        }
        List<String> fitting = fitting(type);
        if (!fitting.isEmpty() && !from.has("supplied") && fitting.stream().noneMatch(from::hasContent)) {
            report.add(
                    VALUE,
                    from.at(),
                    "a " + type.field() + " template takes valueFrom." + String.join(" or valueFrom.", fitting)
                            + ", not " + String.join(", ", kinds),
                    add(type),
                    ARGO_LINT);
        }
    }

    private static String add(TemplateType type) {
        return switch (type) {
            case CONTAINER, SCRIPT, CONTAINER_SET ->
                "Write valueFrom: {path: /tmp/result}, the file that holds the value.";
            case RESOURCE -> "Write valueFrom: {jsonPath: '{.status.phase}'}, or a jqFilter.";
            case STEPS -> "Write valueFrom: {parameter: \"{{steps.….outputs.parameters.…}}\"}.";
            case DAG -> "Write valueFrom: {parameter: \"{{tasks.….outputs.parameters.…}}\"}.";
            default -> VALUE.remedy();
        };
    }

    private static List<String> fitting(TemplateType type) {
        return switch (type) {
            case CONTAINER, SCRIPT, CONTAINER_SET -> List.of("path");
            case RESOURCE -> List.of("jqFilter", "jsonPath");
            case STEPS, DAG -> List.of("parameter", "expression");
            default -> List.of();
        };
    }
}
