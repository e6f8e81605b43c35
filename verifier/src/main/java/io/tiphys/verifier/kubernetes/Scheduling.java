package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a pod may run. */
final class Scheduling {
    private static final List<String> NODE_OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private Scheduling() {}

    static void check(Node spec, Problems problems) {
        Metadata.labels(spec.get("nodeSelector"), problems);
        spec.items("tolerations").forEach(toleration -> toleration(toleration, problems));
        Node affinity = spec.get("affinity");
        nodes(affinity.get("nodeAffinity"), problems);
        pods(affinity.get("podAffinity"), problems);
        pods(affinity.get("podAntiAffinity"), problems);
        spread(spec, problems);
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

    private static void nodes(Node affinity, Problems problems) {
        if (affinity.has(REQUIRED) && problems.required(affinity.get(REQUIRED), "nodeSelectorTerms")) {
            affinity.get(REQUIRED).items("nodeSelectorTerms").forEach(term -> nodeTerm(term, problems));
        }
        for (Node preferred : affinity.items(PREFERRED)) {
            problems.range(preferred, "weight", 1, 100);
            nodeTerm(preferred.get("preference"), problems);
        }
    }

    private static void nodeTerm(Node term, Problems problems) {
        for (String list : List.of("matchExpressions", "matchFields")) {
            for (Node expression : term.items(list)) {
                Selectors.expression(expression, NODE_OPERATORS, KubernetesRules.SCHEDULING, problems);
            }
        }
    }

    private static void pods(Node affinity, Problems problems) {
        affinity.items(REQUIRED).forEach(term -> podTerm(term, problems));
        for (Node preferred : affinity.items(PREFERRED)) {
            problems.range(preferred, "weight", 1, 100);
            podTerm(preferred.get("podAffinityTerm"), problems);
        }
    }

    private static void podTerm(Node term, Problems problems) {
        if (problems.required(term, "topologyKey")) {
            problems.addAll(
                    KubernetesRules.SCHEDULING, term.get("topologyKey"), Names.qualifiedName(term.text("topologyKey")));
        }
        Selectors.check(term.get("labelSelector"), problems);
        Selectors.check(term.get("namespaceSelector"), problems);
    }

    private static void spread(Node spec, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Node constraint : spec.items("topologySpreadConstraints")) {
            problems.range(constraint, "maxSkew", 1, Integer.MAX_VALUE);
            problems.required(constraint, "topologyKey");
            problems.choice(constraint, "whenUnsatisfiable", List.of("DoNotSchedule", "ScheduleAnyway"));
            problems.choice(constraint, "nodeAffinityPolicy", List.of("Honor", "Ignore"));
            problems.choice(constraint, "nodeTaintsPolicy", List.of("Honor", "Ignore"));
            problems.range(constraint, "minDomains", 1, Integer.MAX_VALUE);
            if (constraint.has("minDomains")
                    && !constraint.text("whenUnsatisfiable").equals("DoNotSchedule")) {
                problems.add(
                        KubernetesRules.SCHEDULING,
                        constraint.get("minDomains"),
                        "minDomains needs whenUnsatisfiable: DoNotSchedule");
            }
            if (!seen.add(constraint.text("topologyKey") + " " + constraint.text("whenUnsatisfiable"))) {
                problems.add(
                        KubernetesRules.SCHEDULING,
                        constraint,
                        "another constraint has the same topologyKey and whenUnsatisfiable");
            }
            Selectors.check(constraint.get("labelSelector"), problems);
        }
    }
}
