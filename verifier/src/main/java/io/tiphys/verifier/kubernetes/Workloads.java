package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** What keeps pods running. */
final class Workloads {
    private Workloads() {}

    static void check(String kind, Node root, Node spec, Problems problems) {
        problems.notNegative(spec, "replicas", "minReadySeconds", "revisionHistoryLimit");
        Node template = spec.get("template");
        if (kind.equals("ReplicationController")) {
            problems.required(spec, "template");
        } else {
            selector(kind, spec, template, problems);
        }
        Pods.template(template, problems);
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
        switch (kind) {
            case "Deployment" -> {
                Node strategy = spec.get("strategy");
                problems.choice(strategy, "type", List.of("Recreate", "RollingUpdate"));
                if (strategy.text("type").equals("Recreate") && strategy.has("rollingUpdate")) {
                    problems.add(
                            KubernetesRules.POD,
                            strategy.get("rollingUpdate"),
                            "the strategy Recreate has no rollingUpdate");
                }
                JsonNode deadline = spec.json().path("progressDeadlineSeconds");
                problems.notNegative(spec, "progressDeadlineSeconds");
                if (deadline.isNumber()
                        && deadline.asLong()
                                <= spec.json().path("minReadySeconds").asLong()) {
                    problems.add(
                            KubernetesRules.RANGE,
                            spec.get("progressDeadlineSeconds"),
                            "progressDeadlineSeconds must be more than minReadySeconds");
                }
            }
            case "StatefulSet" -> {
                problems.choice(spec, "podManagementPolicy", List.of("OrderedReady", "Parallel"));
                problems.choice(spec.get("updateStrategy"), "type", List.of("RollingUpdate", "OnDelete"));
                for (Node claim : spec.items("volumeClaimTemplates")) {
                    Claims.claim(claim.get("spec"), problems);
                }
            }
            case "DaemonSet" ->
                problems.choice(spec.get("updateStrategy"), "type", List.of("RollingUpdate", "OnDelete"));
            default -> {}
        }
    }
}
