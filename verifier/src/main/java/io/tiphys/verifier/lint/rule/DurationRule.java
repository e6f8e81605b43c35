package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;
import java.util.function.Function;

/** Durations. */
final class DurationRule implements LintRule {
    private static final Rule FORM = new Rule(
            "DUR-01",
            Severity.ERROR,
            "Durations are numbers with the units ns, us, ms, s, m and h, without blanks; where Argo says so, bare seconds.",
            "Write a duration such as 90s, 15m or 36h; days are 24h each.",
            "Go's time.ParseDuration; Argo Workflows controller");
    private static final Rule TIMEOUT = new Rule(
            "DUR-02",
            Severity.ERROR,
            "The timeout of a template has a unit.",
            "Add the unit: 60s.",
            "argo lint: invalid duration format in timeout");

    @Override
    public List<Rule> rules() {
        return List.of(FORM, TIMEOUT);
    }

    @Override
    public void check(Spec spec, Report report) {
        duration(spec.node().get("podGC").get("deleteDelayDuration"), Duration::ofSeconds, report);
        fields(spec.node().get("templateDefaults"), report);
        for (Template template : spec.templates()) {
            fields(template.node(), report);
            Node timeout = template.node().get("timeout");
            String text =
                    timeout.json().isTextual() ? spec.filledIn(timeout.json().textValue()) : "";
            if (Duration.isWhole(text)) {
                report.add(TIMEOUT, timeout.at(), "the timeout \"" + text + "\" has no unit", ARGO_LINT);
            }
        }
    }

    private static void fields(Node template, Report report) {
        duration(template.get("timeout"), Duration::ofSeconds, report);
        duration(template.get("pendingTimeout"), Duration::ofSeconds, report);
        duration(template.get("suspend").get("duration"), Duration::ofSeconds, report);
        Node backoff = template.get("retryStrategy").get("backoff");
        for (String field : List.of("duration", "cap", "maxDuration")) {
            duration(backoff.get(field), Duration::ofSeconds, report);
        }
        duration(template.get("memoize").get("maxAge"), Duration::of, report);
        duration(
                template.get("containerSet").get("retryStrategy").get("duration"),
                text -> Duration.of(text).notNegative(),
                report);
    }

    /** The empty text is no duration, but as if the field were absent. */
    private static void duration(Node field, Function<String, Duration> parser, Report report) {
        String text = field.json().asText("");
        if (field.json().isTextual() && !text.isEmpty() && !TagText.hasTags(text)) {
            parser.apply(text)
                    .problem()
                    .ifPresent(problem -> report.addAt(
                            FORM,
                            field.at(),
                            problem.offset(),
                            "\"" + text + "\" is no duration: " + problem.message(),
                            CONTROLLER));
        }
    }
}
