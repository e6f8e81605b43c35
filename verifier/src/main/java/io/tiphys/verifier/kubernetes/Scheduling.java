package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a pod may run. */
final class Scheduling {
    private Scheduling() {}

    /**
     * Judges a pod or a template of pods.
     *
     * @param labels the keys of a pod's labels, which selectors may take up; none for a template
     */
    static void check(Set<String> labels, Node spec, Problems problems) {
        Metadata.labels(spec.get("nodeSelector"), problems);
        spec.items("tolerations").forEach(toleration -> toleration(toleration, problems));
        Affinities.check(labels, spec.get("affinity"), problems);
        spread(labels, spec, problems);
        Set<String> gates = new HashSet<>();
        for (Node gate : spec.items("schedulingGates")) {
            problems.addAll(KubernetesRules.SCHEDULING, gate.get("name"), Names.qualifiedName(gate.text("name")));
            if (!gates.add(gate.text("name"))) {
                problems.add(KubernetesRules.SCHEDULING, gate.get("name"), "the gate stands twice");
            }
        }
    }

    private static void toleration(Node toleration, Problems problems) {
        String key = toleration.text("key");
        String operator = toleration.text("operator");
        if (!key.isEmpty()) {
            problems.addAll(KubernetesRules.LABEL, toleration.get("key"), Names.qualifiedName(key));
        } else if (!operator.equals("Exists")) {
            problems.add(
                    KubernetesRules.SCHEDULING,
                    toleration,
                    "a toleration without key tolerates all taints; its operator must be Exists");
        }
        problems.choice(toleration, "operator", List.of("Equal", "Exists"));
        problems.choice(toleration, "effect", List.of("NoSchedule", "PreferNoSchedule", "NoExecute"));
        if (operator.equals("Exists") && toleration.hasContent("value")) {
            problems.add(KubernetesRules.SCHEDULING, toleration.get("value"), "the operator Exists takes no value");
        } else if (toleration.hasContent("value")) {
            problems.addAll(KubernetesRules.LABEL, toleration.get("value"), Names.labelValue(toleration.text("value")));
        }
        if (toleration.has("tolerationSeconds") && !toleration.text("effect").equals("NoExecute")) {
            problems.add(
                    KubernetesRules.SCHEDULING,
                    toleration.get("tolerationSeconds"),
                    "tolerationSeconds needs the effect NoExecute");
        }
    }

    private static void spread(Set<String> labels, Node spec, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Node constraint : spec.items("topologySpreadConstraints")) {
            if (!constraint.has("maxSkew")) {
                problems.required(constraint, "maxSkew");
            }
            problems.range(constraint, "maxSkew", 1, Integer.MAX_VALUE);
            problems.required(constraint, "topologyKey");
            if (problems.required(constraint, "whenUnsatisfiable")) {
                problems.choice(constraint, "whenUnsatisfiable", List.of("DoNotSchedule", "ScheduleAnyway"));
            }
            problems.exactly(constraint, "nodeAffinityPolicy", List.of("Honor", "Ignore"));
            problems.exactly(constraint, "nodeTaintsPolicy", List.of("Honor", "Ignore"));
            problems.range(constraint, "minDomains", 1, Integer.MAX_VALUE);
            if (!constraint.text("whenUnsatisfiable").equals("DoNotSchedule")) {
                problems.forbidden(
                        KubernetesRules.SCHEDULING,
                        constraint,
                        "minDomains",
                        "minDomains needs whenUnsatisfiable: DoNotSchedule");
            }
            if (!seen.add(constraint.text("topologyKey") + " " + constraint.text("whenUnsatisfiable"))) {
                problems.add(
                        KubernetesRules.SCHEDULING,
                        constraint,
                        "another constraint has the same topologyKey and whenUnsatisfiable");
            }
            Selectors.check(constraint.get("labelSelector"), problems);
            Affinities.keys(labels, constraint, List.of("matchLabelKeys"), problems);
        }
    }
}
