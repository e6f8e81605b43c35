package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values of parameters and artifacts that are passed. */
final class ArgumentValueRule implements LintRule {
    private static final Rule VALUE = new Rule(
            "ARG-03",
            Severity.ERROR,
            "An argument has a value or valueFrom; from outside the graph only default, configMapKeyRef, supplied or event.",
            "Add value.",
            "argo lint: arguments");
    private static final Rule CHOICE = new Rule(
            "ARG-04",
            Severity.ERROR,
            "A parameter with enum has one of its values, and enum is not empty.",
            "Choose one of the values, or add it to enum.",
            "argo lint: enum");
    private static final Rule SOURCE = new Rule(
            "ARG-05",
            Severity.ERROR,
            "An artifact that is passed says where it comes from: from, fromExpression or one location.",
            "Add from, or a location such as s3, http or raw.",
            "argo lint: artifacts; full CRDs");
    private static final Set<String> SOURCES = Set.of("default", "configMapKeyRef", "supplied", "event");

    @Override
    public List<Rule> rules() {
        return List.of(VALUE, CHOICE, SOURCE);
    }

    @Override
    public void check(Spec spec, Report report) {
        boolean submitted = spec.manifest().kind().equals("CronWorkflow");
        arguments(spec.node().get("arguments"), submitted, report);
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                arguments(call.node().get("arguments"), true, report);
            }
            template.node().get("inputs").items("parameters").forEach(parameter -> choice(parameter, report));
        }
    }

    private static void arguments(Node arguments, boolean needsValue, Report report) {
        for (Node parameter : arguments.items("parameters")) {
            if (!parameter.json().isObject()) {
                continue;
            }
            if (needsValue && !parameter.has("value") && !parameter.has("valueFrom")) {
                report.add(
                        VALUE,
                        parameter.at(),
                        "the argument \"" + parameter.text("name") + "\" has no value",
                        "Add value: … to it, or valueFrom.",
                        ARGO_LINT);
            }
            Node from = parameter.get("valueFrom");
            if (from.json().isObject()) {
                if (SOURCES.stream().noneMatch(from::has)) {
                    report.add(
                            VALUE,
                            from.at(),
                            "valueFrom of an argument has none of configMapKeyRef, default, supplied and event",
                            "Add configMapKeyRef: {name: …, key: …}, or write value: … instead of valueFrom.",
                            ARGO_LINT);
                }
            }
            choice(parameter, report);
        }
        for (Node artifact : arguments.items("artifacts")) {
            if (artifact.has("from") && artifact.has("fromExpression")) {
                report.add(
                        SOURCE,
                        artifact.at(),
                        "the artifact has both from and fromExpression",
                        "Delete one of the two.",
                        ARGO_LINT);
            }
            boolean hasSource = artifact.hasContent("from")
                    || artifact.hasContent("fromExpression")
                    || Artifacts.hasLocation(artifact);
            if (!hasSource && artifact.json().isObject()) {
                report.add(
                        SOURCE,
                        artifact.at(),
                        "the artifact \"" + artifact.text("name") + "\" comes from nowhere",
                        "Add from: \"{{…}}\" with an output, or a location such as s3, http or raw.",
                        ARGO_LINT);
            }
        }
    }

    private static void choice(Node parameter, Report report) {
        Node choices = parameter.get("enum");
        if (!choices.json().isArray()) {
            return;
        }
        List<String> allowed = new ArrayList<>();
        for (JsonNode choice : choices.json()) {
            allowed.add(choice.asText());
        }
        if (allowed.isEmpty()) {
            report.add(
                    CHOICE, choices.at(), "enum is empty", "Delete enum, or list its values.", ARGO_LINT, API_SERVER);
        } else if (parameter.has("value")) {
            String value = parameter.get("value").json().asText();
            if (!allowed.contains(value)) {
                report.addChoice(
                        CHOICE,
                        parameter.get("value").at(),
                        "\"" + value + "\" is not one of " + String.join(", ", allowed),
                        value,
                        allowed,
                        ARGO_LINT);
            }
        }
    }
}
