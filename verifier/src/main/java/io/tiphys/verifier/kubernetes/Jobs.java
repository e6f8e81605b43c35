package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.cron.Schedule;
import io.tiphys.verifier.lint.cron.Zones;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Jobs and CronJobs. */
final class Jobs {
    private static final int LONGEST_LABEL = 63;

    private Jobs() {}

    static void job(Node root, Node spec, Problems problems) {
        boolean manual = spec.json().path("manualSelector").asBoolean();
        if (spec.has("selector") && !manual) {
            problems.add(KubernetesRules.JOB, spec.get("selector"), "the selector of a Job is made by Kubernetes");
        } else if (manual) {
            if (!spec.has("selector")) {
                problems.required(spec, "selector");
            } else if (!Selectors.matches(spec.get("selector"), spec.json().at("/template/metadata/labels"))) {
                problems.add(
                        KubernetesRules.JOB,
                        spec.get("selector"),
                        "the labels of the template do not match the selector");
            }
        }
        if (root.get("metadata").text("generateName").length() > LONGEST_LABEL - 5
                && !root.get("metadata").hasContent("name")) {
            problems.add(
                    KubernetesRules.JOB,
                    root.get("metadata").get("generateName"),
                    "the name becomes longer than 63 characters");
        }
        spec(spec, problems);
    }

    static void cronJob(Node root, Node spec, Problems problems) {
        if (problems.required(spec, "schedule")) {
            schedule(spec, problems);
        }
        timeZone(spec, problems);
        problems.choice(spec, "concurrencyPolicy", List.of("Allow", "Forbid", "Replace"));
        problems.notNegative(spec, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
        Node template = spec.get("jobTemplate");
        Metadata.labels(template.get("metadata").get("labels"), problems);
        for (String field : List.of("selector", "manualSelector")) {
            boolean set = field.equals("selector")
                    ? template.get("spec").has(field)
                    : template.json().at("/spec/manualSelector").asBoolean();
            if (set) {
                problems.add(
                        KubernetesRules.JOB,
                        template.get("spec").get(field),
                        "a CronJob's Jobs get their selector from Kubernetes");
            }
        }
        spec(template.get("spec"), problems);
    }

    private static void schedule(Node spec, Problems problems) {
        String schedule = spec.text("schedule");
        if (schedule.contains("TZ=")) {
            problems.add(
                    KubernetesRules.CRON,
                    spec.get("schedule"),
                    "the schedule names a time zone; write it into timeZone");
        } else {
            Schedule.problem(schedule)
                    .ifPresent(problem -> problems.add(
                            KubernetesRules.CRON, spec.get("schedule"), "\"" + schedule + "\": " + problem.message()));
        }
    }

    private static void timeZone(Node spec, Problems problems) {
        if (!spec.has("timeZone")) {
            return;
        }
        String zone = spec.text("timeZone");
        if (zone.isEmpty() || zone.equalsIgnoreCase("Local") || !Zones.isKnown(zone)) {
            problems.add(
                    KubernetesRules.CRON,
                    spec.get("timeZone"),
                    "\"" + zone + "\" is no time zone such as Europe/London");
        }
    }

    private static void spec(Node spec, Problems problems) {
        Node template = spec.get("template");
        Pods.template(template, problems);
        String restart = template.get("spec").text("restartPolicy");
        if (restart.isEmpty() || restart.equals("Always")) {
            problems.add(
                    KubernetesRules.POD,
                    template.get("spec").get("restartPolicy"),
                    "the pod of a Job has restartPolicy "
                            + (restart.isEmpty() ? "Always, which is the default" : restart)
                            + "; allowed are OnFailure, Never");
        }
        problems.notNegative(
                spec,
                "parallelism",
                "completions",
                "backoffLimit",
                "activeDeadlineSeconds",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes");
        problems.choice(spec, "completionMode", List.of("NonIndexed", "Indexed"));
        problems.choice(spec, "podReplacementPolicy", List.of("TerminatingOrFailed", "Failed"));
        indexed(spec, problems);
        if (spec.has("podFailurePolicy")) {
            failurePolicy(spec, restart, problems);
        }
    }

    private static void indexed(Node spec, Problems problems) {
        boolean indexed = spec.text("completionMode").equals("Indexed");
        if (indexed && !spec.has("completions")) {
            problems.required(spec, "completions");
        }
        for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")) {
            if (!indexed && spec.has(field)) {
                problems.add(KubernetesRules.JOB, spec.get(field), field + " needs completionMode: Indexed");
            }
        }
        if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
            problems.required(spec, "backoffLimitPerIndex");
        }
    }

    private static void failurePolicy(Node spec, String restart, Problems problems) {
        if (!restart.equals("Never")) {
            problems.add(
                    KubernetesRules.JOB, spec.get("podFailurePolicy"), "podFailurePolicy needs restartPolicy: Never");
        }
        if (spec.text("podReplacementPolicy").equals("TerminatingOrFailed")) {
            problems.add(
                    KubernetesRules.JOB,
                    spec.get("podReplacementPolicy"),
                    "with podFailurePolicy, podReplacementPolicy must be Failed");
        }
        for (Node rule : spec.get("podFailurePolicy").items("rules")) {
            problems.choice(rule, "action", List.of("FailJob", "FailIndex", "Ignore", "Count"));
            problems.oneOf(KubernetesRules.JOB, rule, List.of("onExitCodes", "onPodConditions"), "the rule");
            if (rule.has("onExitCodes")) {
                problems.required(rule.get("onExitCodes"), "values");
                problems.choice(rule.get("onExitCodes"), "operator", List.of("In", "NotIn"));
            }
        }
    }
}
