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
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int LONGEST_NUMBER = 9;
    private static final Pattern WORDS =
            Pattern.compile("([0-9]+)\\s*(w|weeks?|d|days?|h|hours?|m|min|minutes?|s|sec|seconds?)");

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
                report.add(
                        TIMEOUT,
                        timeout.at(),
                        "the timeout \"" + text + "\" has no unit",
                        "Write " + text + "s.",
                        ARGO_LINT);
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

    /** What people write for a duration: days, and words with blanks between. */
    private static Optional<String> meant(String text) {
        Matcher words = WORDS.matcher(text.strip());
        if (!words.matches() || words.group(1).length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        long number = Long.parseLong(words.group(1));
        return Optional.of(
                switch (words.group(2).charAt(0)) {
                    case 'd' -> number * 24 + "h";
                    case 'w' -> number * 7 * 24 + "h";
                    default -> number + words.group(2).substring(0, 1);
                });
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
                            meant(text).map(right -> "Write " + right + ".").orElse(FORM.remedy()),
                            CONTROLLER));
        }
    }
}
