package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.lint.cron.Schedule;
import io.tiphys.verifier.lint.cron.Zones;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.regex.Pattern;

/** Jobs and CronJobs. */
final class Jobs {
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PREFIX = 47;
    private static final int MOST_INDEXES = 100_000;
    private static final int MOST_OF_MANY = 10_000;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");

    private Jobs() {}

    static void job(Node root, Node spec, Problems problems) {
        JsonNode labels = spec.json().at("/template/metadata/labels");
        if (!spec.json().path("manualSelector").asBoolean()) {
            generated(root.get("metadata").text("name"), spec, labels, problems);
        } else if (!spec.has("selector")) {
            problems.required(spec, "selector");
        } else if (!Selectors.matches(spec.get("selector"), labels)) {
            problems.add(
                    KubernetesRules.JOB, spec.get("selector"), "the labels of the template do not match the selector");
        }
        Selectors.check(spec.get("selector"), problems);
        spec(spec, true, problems);
        String name = root.get("metadata").text("name");
        long completions = spec.json().path("completions").asLong();
        if (spec.text("completionMode").equals("Indexed") && completions > 0 && !name.isEmpty()) {
            problems.addAll(
                    KubernetesRules.JOB,
                    root.get("metadata").get("name"),
                    Names.dns1123Label(name + "-" + (completions - 1)).stream()
                            .map(mistake -> mistake.of("the host name of a pod", name + "-" + (completions - 1)))
                            .toList());
        }
    }

    /** A selector of one's own must say what the generated one says. */
    private static void generated(String name, Node spec, JsonNode labels, Problems problems) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("job-name", "batch.kubernetes.io/job-name")) {
            own.put(key, name);
            if (labels.has(key) && (name.isEmpty() || !labels.path(key).asText().equals(name))) {
                wrong(spec, key, problems);
            }
        }
        for (String key : List.of("controller-uid", "batch.kubernetes.io/controller-uid")) {
            own.put(key, "\0"); // made by the server
            if (labels.has(key)) {
                wrong(spec, key, problems);
            }
        }
        if (spec.has("selector") && !Selectors.matches(spec.get("selector"), own)) {
            problems.add(KubernetesRules.JOB, spec.get("selector"), "the selector of a Job is made by Kubernetes");
        }
    }

    private static void wrong(Node spec, String key, Problems problems) {
        problems.add(
                KubernetesRules.JOB,
                spec.get("template").get("metadata").get("labels").get(key),
                "the label " + key + " is set by Kubernetes");
    }

    static void cronJob(Node root, Node spec, Problems problems) {
        Node metadata = root.get("metadata");
        if (!metadata.hasContent("name") && metadata.text("generateName").length() > LONGEST_PREFIX) {
            problems.add(
                    KubernetesRules.NAME,
                    metadata.get("generateName"),
                    "the generated name of a CronJob becomes longer than 52 characters");
        }
        if (problems.required(spec, "schedule")) {
            schedule(spec, problems);
        }
        timeZone(spec, problems);
        problems.choice(spec, "concurrencyPolicy", List.of("Allow", "Forbid", "Replace"));
        problems.notNegative(spec, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
        Node template = spec.get("jobTemplate");
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
        spec(template.get("spec"), false, problems);
    }

    private static void schedule(Node spec, Problems problems) {
        String schedule = spec.text("schedule");
        if (schedule.contains("TZ")) {
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

    /** The Job, of which completions are defaulted where it stands by itself. */
    private static void spec(Node spec, boolean defaulted, Problems problems) {
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
        problems.exactly(spec, "completionMode", List.of("NonIndexed", "Indexed"));
        if (spec.has("managedBy")) {
            managed(spec, problems);
        }
        indexed(spec, defaulted, problems);
        if (spec.has("podFailurePolicy")) {
            JobPolicies.failure(spec, problems);
        } else {
            problems.exactly(spec, "podReplacementPolicy", List.of("TerminatingOrFailed", "Failed"));
        }
    }

    private static void managed(Node spec, Problems problems) {
        String name = spec.text("managedBy");
        int slash = name.indexOf('/');
        boolean path = slash > 0
                && Names.dns1123Subdomain(name.substring(0, slash)).isEmpty()
                && PATH.matcher(name.substring(slash + 1)).matches();
        if (!path || name.length() > LONGEST_LABEL) {
            problems.add(
                    KubernetesRules.JOB,
                    spec.get("managedBy"),
                    "\"" + name + "\" is no name with a domain such as example.com/controller, of at most "
                            + LONGEST_LABEL + " characters");
        }
    }

    private static void indexed(Node spec, boolean defaulted, Problems problems) {
        if (!spec.text("completionMode").equals("Indexed")) {
            for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")) {
                problems.forbidden(KubernetesRules.JOB, spec, field, field + " needs completionMode: Indexed");
            }
            return;
        }
        boolean single = defaulted && !spec.has("parallelism") && !spec.has("completions");
        if (!single && !spec.has("completions")) {
            problems.required(spec, "completions");
        }
        problems.range(spec, "parallelism", 0, MOST_INDEXES);
        problems.range(spec, "maxFailedIndexes", 0, MOST_INDEXES);
        long completions = single ? 1 : spec.json().path("completions").asLong();
        if (spec.has("completions") || single) {
            if (spec.json().path("maxFailedIndexes").asLong() > completions) {
                problems.add(
                        KubernetesRules.JOB, spec.get("maxFailedIndexes"), "maxFailedIndexes is more than completions");
            }
        }
        if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
            problems.required(spec, "backoffLimitPerIndex");
        }
        if (completions > MOST_INDEXES && spec.has("backoffLimitPerIndex")) {
            if (!spec.has("maxFailedIndexes")) {
                problems.required(spec, "maxFailedIndexes");
            }
            problems.range(spec, "parallelism", 0, MOST_OF_MANY);
            problems.range(spec, "maxFailedIndexes", 0, MOST_OF_MANY);
        }
        if (spec.has("successPolicy")) {
            JobPolicies.success(spec, problems);
        }
    }
}
