package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.cron.Schedule;
import io.tiphys.verifier.lint.cron.Zones;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Vocabulary;
import io.tiphys.verifier.load.Nearest;
import java.util.List;
import java.util.Optional;

/** Schedules, and settings of a workflow as a whole. */
final class WorkflowRule implements LintRule {
    private static final Rule SCHEDULE = new Rule(
            "CRON-01",
            Severity.ERROR,
            "A CronWorkflow has schedules of five fields or a word such as @daily, in a known time zone.",
            "Write a schedule such as 0 4 * * 1-5 and a time zone such as Europe/London.",
            "argo lint: CronWorkflow; robfig/cron");
    private static final Rule SETTING = new Rule(
            "WF-01",
            Severity.ERROR,
            "concurrencyPolicy and podGC have one of their values.",
            "Choose one of the values.",
            "argo lint: CronWorkflow, podGC");
    private static final Rule BASE = new Rule(
            "WF-02",
            Severity.ERROR,
            "A workflow that refers to a stored one as a whole has no templates of its own.",
            "Delete templates, or workflowTemplateRef.",
            "argo lint: workflowTemplateRef");
    private static final Rule PLUGIN = new Rule(
            "WF-03",
            Severity.ERROR,
            "An executor plugin has a name, and its container a port, requests, limits and a security context.",
            "Add what is missing.",
            "argo lint: executorPlugins");

    @Override
    public List<Rule> rules() {
        return List.of(SCHEDULE, SETTING, BASE, PLUGIN);
    }

    @Override
    public void check(Spec spec, Report report) {
        if (spec.manifest().kind().equals("CronWorkflow")) {
            cron(spec.root().get("spec"), report);
        }
        choice(spec.node().get("podGC").get("strategy"), Vocabulary.POD_GC_STRATEGIES, report);
        if (spec.node().has("workflowTemplateRef") && spec.node().hasContent("templates")) {
            report.add(
                    BASE,
                    spec.node().get("templates").at(),
                    "the workflow has templates and workflowTemplateRef",
                    ARGO_LINT);
        }
        for (Node plugin : spec.node().items("executorPlugins")) {
            plugin(plugin, report);
        }
    }

    private static void cron(Node cron, Report report) {
        if (!cron.json().isObject()) {
            return;
        }
        choice(cron.get("concurrencyPolicy"), Vocabulary.CONCURRENCY_POLICIES, report);
        if (!cron.hasContent("schedules") && !cron.hasContent("schedule")) {
            report.add(
                    SCHEDULE,
                    cron.get("schedules").at(),
                    "there is no schedule",
                    "Add schedules: [\"0 4 * * 1-5\"]: minute, hour, day of the month, month, day of the week.",
                    ARGO_LINT);
        }
        for (Node schedule : cron.items("schedules")) {
            schedule(schedule, cron.text("timezone"), report);
        }
        String zone = cron.text("timezone");
        if (!Zones.isKnown(zone)) {
            report.add(
                    SCHEDULE,
                    cron.get("timezone").at(),
                    "\"" + zone + "\" is no time zone" + Nearest.hint(zone, Zones.names()),
                    Nearest.remedy(zone, Zones.names())
                            .orElse("Write a name such as Europe/London; or delete timezone, for UTC."),
                    ARGO_LINT);
        }
        if (cron.json().path("startingDeadlineSeconds").asLong(0) < 0) {
            report.add(
                    SCHEDULE,
                    cron.get("startingDeadlineSeconds").at(),
                    "startingDeadlineSeconds is negative",
                    "Write 0 or more; or delete it, for no deadline.",
                    ARGO_LINT,
                    API_SERVER);
        }
    }

    private static void schedule(Node schedule, String zone, Report report) {
        String text = schedule.json().asText("");
        Optional<Problem> alone = Schedule.problem(text);
        alone.or(() -> Schedule.problem(text, zone))
                .ifPresent(problem -> report.addAt(
                        SCHEDULE,
                        schedule.at(),
                        problem.offset(),
                        "\"" + text + "\" is no schedule: " + problem.message(),
                        "Write minute, hour, day of the month, month and day of the week, such as 0 4 * * 1-5.",
                        alone.isPresent() ? ARGO_LINT : CONTROLLER));
    }

    private static void choice(Node field, List<String> allowed, Report report) {
        String value = field.json().asText("");
        if (field.json().isTextual() && !value.isEmpty() && !allowed.contains(value)) {
            report.addChoice(
                    SETTING,
                    field.at(),
                    "\"" + value + "\" is not one of " + String.join(", ", allowed),
                    value,
                    allowed,
                    ARGO_LINT,
                    API_SERVER);
        }
    }

    private static void plugin(Node plugin, Report report) {
        if (!plugin.json().isObject()) {
            return;
        }
        if (plugin.get("metadata").text("name").isEmpty()) {
            report.add(
                    PLUGIN,
                    plugin.get("metadata").at(),
                    "the plugin has no metadata.name",
                    "Add metadata: {name: …}.",
                    ARGO_LINT);
        }
        Node container = plugin.get("spec").get("sidecar").get("container");
        for (String field : List.of("ports", "securityContext")) {
            if (!container.has(field) || (field.equals("ports") && !container.hasContent(field))) {
                report.add(
                        PLUGIN,
                        container.get(field).at(),
                        "the container of the plugin has no " + field,
                        field.equals("ports")
                                ? "Add ports: [{containerPort: 4355}]."
                                : "Add securityContext: {runAsNonRoot: true}.",
                        ARGO_LINT);
            }
        }
        for (String field : List.of("requests", "limits")) {
            if (!container.get("resources").hasContent(field)) {
                report.add(
                        PLUGIN,
                        container.get("resources").get(field).at(),
                        "the container of the plugin has no resources." + field,
                        "Add resources: {" + field + ": {cpu: 100m, memory: 64Mi}}.",
                        ARGO_LINT);
            }
        }
    }
}
