package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.List;

/** Prometheus metrics. */
final class MetricRule implements LintRule {
    private static final Rule RULE = new Rule(
            "MET-01",
            Severity.ERROR,
            "A metric has a name and labels of letters, digits and underscores, a help text, and one of counter, gauge and"
                    + " histogram with a value.",
            "Correct the metric.",
            "argo lint: metrics; Prometheus data model");
    private static final Rule REALTIME = new Rule(
            "MET-02",
            Severity.ERROR,
            "A gauge that is updated while running does not read resourcesDuration, which is known at the end.",
            "Set realtime: false, or read duration.",
            "argo lint: metrics; full CRDs");

    @Override
    public List<Rule> rules() {
        return List.of(RULE, REALTIME);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            template.node().get("metrics").items("prometheus").forEach(metric -> check(metric, report));
        }
    }

    private static void check(Node metric, Report report) {
        if (!metric.json().isObject()) {
            return;
        }
        parts(metric, report);
        Node gauge = metric.get("gauge");
        if (gauge.json().path("realtime").asBoolean() && gauge.text("value").contains("resourcesDuration.")) {
            report.add(
                    REALTIME,
                    gauge.at(),
                    "the gauge is updated while the step runs (realtime: true); resourcesDuration is known only at the end",
                    ARGO_LINT);
        }
    }

    private static void named(Node field, String name, String what, Report report) {
        if (name.isEmpty()) {
            report.add(
                    RULE,
                    field.at(),
                    "the " + what + " has no name",
                    "Add " + field.at().last().getMatchingProperty() + ".",
                    ARGO_LINT);
            return;
        }
        String right = name.replaceAll("[^a-zA-Z0-9_]+", "_").replaceFirst("^(?=[0-9])", "_");
        report.add(
                RULE,
                field.at(),
                "\"" + name + "\" is no name of a " + what + ": allowed are letters, digits and underscores",
                "Write " + right + ", or another name.",
                ARGO_LINT);
    }

    private static void parts(Node metric, Report report) {
        String name = metric.text("name");
        if (!Vocabulary.isMetricName(name) && !name.contains("{{")) {
            named(metric.get("name"), name, "metric", report);
        }
        if (metric.text("help").isEmpty()) {
            report.add(
                    RULE,
                    metric.get("help").at(),
                    "the metric has no help text",
                    "Add help, a sentence about what is measured.",
                    ARGO_LINT);
        }
        for (Node label : metric.items("labels")) {
            if (!Vocabulary.isMetricName(label.text("key"))) {
                named(label.get("key"), label.text("key"), "label", report);
            }
        }
        List<String> kinds = List.of("counter", "gauge", "histogram").stream()
                .filter(metric::has)
                .toList();
        if (kinds.size() != 1) {
            report.add(
                    RULE,
                    metric.at(),
                    kinds.isEmpty()
                            ? "the metric has none of counter, gauge and histogram"
                            : "the metric has " + String.join(" and ", kinds),
                    kinds.isEmpty() ? "Add counter: {value: \"1\"}, or another of the three." : "Keep one of them.",
                    ARGO_LINT);
        } else if (metric.get(kinds.get(0)).json().isObject()
                && metric.get(kinds.get(0)).text("value").isEmpty()) {
            report.add(
                    RULE,
                    metric.get(kinds.get(0)).get("value").at(),
                    "the " + kinds.get(0) + " has no value",
                    "Add value, a number or a variable that gives one.",
                    ARGO_LINT);
        }
    }
}
