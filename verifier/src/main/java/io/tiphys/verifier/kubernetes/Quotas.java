package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Limits, quotas, disruption budgets, priorities. */
final class Quotas {
    private static final long HIGHEST_PRIORITY = 1_000_000_000L;
    /** Each must not be more than those after it. */
    private static final List<String> ORDER = List.of("min", "defaultRequest", "default", "max");

    private Quotas() {}

    static void limitRange(Node spec, Problems problems) {
        Set<String> types = new HashSet<>();
        for (Node item : spec.items("limits")) {
            String type = item.text("type");
            problems.required(item, "type");
            if (!types.add(type)) {
                problems.add(KubernetesRules.QUOTA, item.get("type"), "the type " + type + " stands twice");
            }
            if (type.equals("Pod")) {
                for (String field : List.of("default", "defaultRequest")) {
                    if (item.hasContent(field)) {
                        problems.add(KubernetesRules.QUOTA, item.get(field), "limits of pods have no " + field);
                    }
                }
            }
            if (type.equals("PersistentVolumeClaim")
                    && !item.get("min").has("storage")
                    && !item.get("max").has("storage")) {
                problems.add(KubernetesRules.QUOTA, item, "limits of claims need min.storage or max.storage");
            }
            order(item, problems);
            item.get("maxLimitRequestRatio").fields((name, ratio) -> {
                if (Amounts.of(ratio.json())
                        .map(value -> value.compareTo(BigDecimal.ONE) < 0)
                        .orElse(false)) {
                    problems.add(KubernetesRules.QUOTA, ratio, "the ratio of " + name + " is less than 1");
                }
            });
        }
    }

    private static void order(Node item, Problems problems) {
        for (int low = 0; low < ORDER.size(); low++) {
            for (int high = low + 1; high < ORDER.size(); high++) {
                String less = ORDER.get(low);
                String more = ORDER.get(high);
                item.get(less).fields((name, value) -> {
                    JsonNode bound = item.json().path(more).path(name);
                    if (Amounts.isMore(value.json(), bound)) {
                        problems.add(
                                KubernetesRules.QUOTA,
                                value,
                                less + " of " + name + ", " + value.json().asText() + ", is more than " + more + ", "
                                        + bound.asText());
                    }
                });
            }
        }
    }

    static void quota(Node spec, Problems problems) {
        spec.get("hard").fields((name, amount) -> {
            problems.addKey(KubernetesRules.QUOTA, amount, name, Names.qualifiedName(name));
            if (Amounts.isNegative(amount.json())) {
                problems.add(KubernetesRules.QUOTA, amount, name + " is negative");
            }
            boolean counted = List.of(
                                    "pods",
                                    "services",
                                    "replicationcontrollers",
                                    "resourcequotas",
                                    "secrets",
                                    "configmaps",
                                    "persistentvolumeclaims",
                                    "services.nodeports",
                                    "services.loadbalancers")
                            .contains(name)
                    || name.startsWith("count/");
            if (counted && !Amounts.isWhole(amount.json())) {
                problems.add(KubernetesRules.QUOTA, amount, name + " is counted in whole numbers");
            }
        });
    }

    static void disruption(Node spec, Problems problems) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            problems.add(
                    KubernetesRules.QUOTA,
                    spec.get("maxUnavailable"),
                    "minAvailable and maxUnavailable exclude one another");
        }
        for (String field : List.of("minAvailable", "maxUnavailable")) {
            JsonNode value = spec.json().path(field);
            problems.notNegative(spec, field);
            if (value.isTextual() && !value.asText().matches("(100|[0-9]{1,2})%")) {
                problems.add(
                        KubernetesRules.QUOTA,
                        spec.get(field),
                        "\"" + value.asText() + "\" is no percentage such as 50%");
            }
        }
        problems.choice(spec, "unhealthyPodEvictionPolicy", List.of("IfHealthyBudget", "AlwaysAllow"));
        Selectors.check(spec.get("selector"), problems);
    }

    static void priority(Node root, Problems problems) {
        String name = root.get("metadata").text("name");
        boolean system = name.equals("system-node-critical") || name.equals("system-cluster-critical");
        if (!system && root.json().path("value").asLong() > HIGHEST_PRIORITY) {
            problems.add(
                    KubernetesRules.QUOTA,
                    root.get("value"),
                    "the value is " + root.text("value") + "; at most " + HIGHEST_PRIORITY + " is allowed");
        }
        if (!system && name.startsWith("system-")) {
            problems.add(
                    KubernetesRules.QUOTA,
                    root.get("metadata").get("name"),
                    "names that begin with system- are reserved");
        }
        problems.choice(root, "preemptionPolicy", List.of("Never", "PreemptLowerPriority"));
    }
}
