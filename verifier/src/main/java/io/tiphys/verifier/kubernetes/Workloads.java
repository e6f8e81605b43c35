package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** What keeps pods running. */
final class Workloads {
    private static final long DEADLINE = 600;

    private Workloads() {}

    static void check(String kind, Node root, Node spec, Problems problems) {
        problems.notNegative(spec, "replicas", "minReadySeconds", "revisionHistoryLimit");
        Node template = spec.get("template");
        if (kind.equals("ReplicationController")) {
            problems.required(spec, "template");
            JsonNode labels = template.json().at("/metadata/labels");
            boolean selects = spec.hasContent("selector");
            if (!selects && labels.isEmpty()) {
                problems.required(spec, "selector");
            } else if (selects && !Selectors.have(labels, spec.json().path("selector"))) {
                problems.add(
                        KubernetesRules.SELECTOR,
                        template.get("metadata").get("labels"),
                        "the labels of the template do not match the selector");
            }
        } else {
            selector(kind, spec, template, problems);
        }
        if (kind.equals("StatefulSet")) {
            StatefulSets.check(spec, template, problems);
        } else {
            Pods.template(template, problems);
        }
        Node pod = template.get("spec");
        String restart = pod.text("restartPolicy");
        if (!restart.isEmpty() && !restart.equals("Always")) {
            problems.add(
                    KubernetesRules.POD,
                    pod.get("restartPolicy"),
                    "the pods of a " + kind + " restart Always, not " + restart);
        }
        if (pod.has("activeDeadlineSeconds")) {
            problems.add(
                    KubernetesRules.POD,
                    pod.get("activeDeadlineSeconds"),
                    "the pods of a " + kind + " run without end, so they have no activeDeadlineSeconds");
        }
        update(kind, spec, problems);
    }

    private static void selector(String kind, Node spec, Node template, Problems problems) {
        Node selector = spec.get("selector");
        if (!spec.has("selector")) {
            problems.required(spec, "selector");
        } else if (Selectors.isEmpty(selector)) {
            problems.add(
                    KubernetesRules.SELECTOR, selector, "the selector of a " + kind + " selects nothing in particular");
        } else if (!Selectors.matches(selector, template.json().at("/metadata/labels"))) {
            problems.add(
                    KubernetesRules.SELECTOR,
                    template.get("metadata").get("labels"),
                    "the labels of the template do not match the selector");
        }
        Selectors.check(selector, problems);
    }

    private static void update(String kind, Node spec, Problems problems) {
        if (kind.equals("Deployment")) {
            deployment(spec, problems);
        } else if (kind.equals("DaemonSet")) {
            Node strategy = spec.get("updateStrategy");
            problems.choice(strategy, "type", List.of("RollingUpdate", "OnDelete"));
            if (!strategy.text("type").equals("OnDelete")) {
                daemons(strategy.get("rollingUpdate"), problems);
            }
        }
    }

    private static void daemons(Node update, Problems problems) {
        for (String field : List.of("maxUnavailable", "maxSurge")) {
            problems.share(update, field, true);
        }
        boolean unavailable = !Problems.isNothing(update.json().path("maxUnavailable"), 1);
        boolean surge = !Problems.isNothing(update.json().path("maxSurge"), 0);
        if (unavailable == surge) {
            problems.add(KubernetesRules.RANGE, update, "either maxUnavailable or maxSurge is 0, and the other is not");
        }
    }

    private static void deployment(Node spec, Problems problems) {
        Node strategy = spec.get("strategy");
        problems.choice(strategy, "type", List.of("Recreate", "RollingUpdate"));
        Node update = strategy.get("rollingUpdate");
        if (strategy.text("type").equals("Recreate")) {
            problems.forbidden(
                    KubernetesRules.POD, strategy, "rollingUpdate", "the strategy Recreate has no rollingUpdate");
        } else {
            problems.share(update, "maxUnavailable", true);
            problems.share(update, "maxSurge", false);
            if (Problems.isNothing(update.json().path("maxUnavailable"), 1)
                    && Problems.isNothing(update.json().path("maxSurge"), 1)) {
                problems.add(
                        KubernetesRules.RANGE, update, "maxUnavailable and maxSurge are both 0, so nothing could move");
            }
        }
        problems.notNegative(spec, "progressDeadlineSeconds");
        long ready = spec.json().path("minReadySeconds").asLong();
        if (spec.json().path("progressDeadlineSeconds").asLong(DEADLINE) <= ready) {
            problems.add(
                    KubernetesRules.RANGE,
                    spec.get("progressDeadlineSeconds"),
                    "progressDeadlineSeconds, " + DEADLINE + " where it is missing, must be more than minReadySeconds");
        }
    }
}
