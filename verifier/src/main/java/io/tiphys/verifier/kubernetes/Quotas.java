package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quotas, disruption budgets, priorities. */
final class Quotas {
    private static final long HIGHEST_PRIORITY = 1_000_000_000L;
    private static final List<String> OF_PODS =
            List.of("cpu", "limits.cpu", "limits.memory", "memory", "pods", "requests.cpu", "requests.memory");
    /** The resources that can be limited in a scope. */
    private static final Map<String, List<String>> SCOPES = Map.of(
            "BestEffort", List.of("pods"),
            "CrossNamespacePodAffinity", OF_PODS,
            "NotBestEffort", OF_PODS,
            "NotTerminating", OF_PODS,
            "PriorityClass", OF_PODS,
            "Terminating", OF_PODS,
            "VolumeAttributesClass", List.of("persistentvolumeclaims", "requests.storage"));

    private static final Map<String, Long> SYSTEM_PRIORITIES =
            Map.of("system-node-critical", 2_000_001_000L, "system-cluster-critical", 2_000_000_000L);

    private Quotas() {}

    static void quota(Node spec, Problems problems) {
        spec.get("hard").fields((name, amount) -> {
            ResourceNames.ofQuota(name, amount, problems);
            if (Amounts.isNegative(amount.json())) {
                problems.add(KubernetesRules.QUOTA, amount, name + " is negative");
            }
            if (ResourceNames.isCounted(name) && !Amounts.isWhole(amount.json())) {
                problems.add(KubernetesRules.QUOTA, amount, name + " is counted in whole numbers");
            }
        });
        Set<String> seen = new HashSet<>();
        for (Node scope : spec.items("scopes")) {
            scope(scope, scope.json().asText(), spec.get("hard"), seen, problems);
        }
        seen.clear();
        for (Node term : spec.get("scopeSelector").items("matchExpressions")) {
            scope(term.get("scopeName"), term.text("scopeName"), spec.get("hard"), seen, problems);
            term(term, problems);
        }
    }

    private static void scope(Node at, String name, Node hard, Set<String> seen, Problems problems) {
        if (!SCOPES.containsKey(name)) {
            problems.add(
                    KubernetesRules.CHOICE,
                    at,
                    "\"" + name + "\" is not one of "
                            + String.join(
                                    ", ", SCOPES.keySet().stream().sorted().toList())
                            + Nearest.hint(name, SCOPES.keySet()));
            return;
        }
        hard.fields((resource, amount) -> {
            if (ResourceNames.isQuota(resource) && !SCOPES.get(name).contains(resource)) {
                problems.add(KubernetesRules.QUOTA, amount, resource + " cannot be limited in the scope " + name);
            }
        });
        seen.add(name);
        for (String of : List.of("BestEffort", "Terminating")) {
            if (name.endsWith(of) && seen.contains(of) && seen.contains("Not" + of)) {
                problems.add(KubernetesRules.QUOTA, at, "the scopes " + of + " and Not" + of + " exclude one another");
            }
        }
    }

    private static void term(Node term, Problems problems) {
        String scope = term.text("scopeName");
        String operator = term.text("operator");
        boolean named = scope.equals("PriorityClass") || scope.equals("VolumeAttributesClass");
        List<String> operators = named || !SCOPES.containsKey(scope)
                ? List.of("In", "NotIn", "Exists", "DoesNotExist")
                : List.of("Exists");
        if (!operators.contains(operator)) {
            problems.add(
                    KubernetesRules.CHOICE,
                    term.get("operator"),
                    "the operator \"" + operator + "\" of this scope is not one of " + String.join(", ", operators));
        } else if (operator.endsWith("In") == term.items("values").isEmpty()) {
            problems.add(
                    KubernetesRules.QUOTA,
                    term.get("values"),
                    "the operator " + operator + (operator.endsWith("In") ? " needs values" : " takes no values"));
        }
    }

    static void disruption(Node spec, Problems problems) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            problems.add(
                    KubernetesRules.QUOTA,
                    spec.get("maxUnavailable"),
                    "minAvailable and maxUnavailable exclude one another");
        }
        for (String field : List.of("minAvailable", "maxUnavailable")) {
            problems.share(spec, field, true);
        }
        problems.exactly(spec, "unhealthyPodEvictionPolicy", List.of("IfHealthyBudget", "AlwaysAllow"));
        Selectors.check(spec.get("selector"), problems);
    }

    static void priority(Node root, Problems problems) {
        String name = root.get("metadata").text("name");
        long value = root.json().path("value").asLong();
        if (!name.startsWith("system-")) {
            problems.range(root, "value", Integer.MIN_VALUE, HIGHEST_PRIORITY);
        } else if (!SYSTEM_PRIORITIES.getOrDefault(name, HIGHEST_PRIORITY).equals(value)
                || !SYSTEM_PRIORITIES.containsKey(name)
                || root.json().path("globalDefault").asBoolean()) {
            problems.add(
                    KubernetesRules.QUOTA,
                    root.get("metadata").get("name"),
                    "names that begin with system- are reserved");
        }
        problems.exactly(root, "preemptionPolicy", List.of("Never", "PreemptLowerPriority"));
    }
}
