package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Limits of what one pod, container or claim may ask for. */
final class LimitRanges {
    /** Each must not be more than those after it. */
    private static final List<String> ORDER = List.of("min", "defaultRequest", "default", "max");

    private static final Set<String> TYPES = Set.of("Container", "PersistentVolumeClaim", "Pod");

    private LimitRanges() {}

    static void check(Node spec, Problems problems) {
        Set<String> types = new HashSet<>();
        for (Node item : spec.items("limits")) {
            String type = item.text("type");
            type(item, problems);
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
            names(item, type, problems);
            order(item, problems);
            item.get("maxLimitRequestRatio").fields((name, ratio) -> ratio(item, name, ratio, problems));
            defaults(item, problems);
        }
    }

    private static void type(Node item, Problems problems) {
        String type = item.text("type");
        List<Names.Mistake> wrong = Names.qualifiedName(type);
        problems.addAll(KubernetesRules.QUOTA, item.get("type"), wrong);
        if (wrong.isEmpty() && !type.contains("/") && !TYPES.contains(type)) {
            problems.add(
                    KubernetesRules.QUOTA,
                    item.get("type"),
                    "the type \"" + type + "\" has no domain and is none of "
                            + String.join(", ", TYPES.stream().sorted().toList()));
        }
    }

    private static void names(Node item, String type, Problems problems) {
        boolean containers = type.equals("Pod") || type.equals("Container");
        for (String list : List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio")) {
            item.get(list).fields((name, amount) -> {
                if (containers) {
                    ResourceNames.ofContainer(name, amount, problems);
                } else {
                    ResourceNames.ofRange(name, amount, problems);
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
                    JsonNode bound = effective(item, more, name);
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

    /** Limits of containers are the default of default, and this of defaultRequest. */
    private static JsonNode effective(Node item, String list, String name) {
        JsonNode own = item.json().path(list).path(name);
        boolean container = item.text("type").equals("Container");
        return own.isMissingNode() && container && list.equals("default")
                ? item.json().path("max").path(name)
                : own;
    }

    private static void ratio(Node item, String name, Node ratio, Problems problems) {
        Optional<BigDecimal> value = Amounts.of(ratio.json());
        if (value.isEmpty()) {
            return;
        }
        if (value.get().compareTo(BigDecimal.ONE) < 0) {
            problems.add(KubernetesRules.QUOTA, ratio, "the ratio of " + name + " is less than 1");
        }
        Optional<BigDecimal> least = Amounts.of(item.json().path("min").path(name));
        Optional<BigDecimal> most = Amounts.of(item.json().path("max").path(name));
        if (least.isPresent()
                && most.isPresent()
                && least.get().signum() > 0
                && value.get().compareTo(most.get().divide(least.get(), MathContext.DECIMAL64)) > 0) {
            problems.add(KubernetesRules.QUOTA, ratio, "the ratio of " + name + " is more than max divided by min");
        }
    }

    private static void defaults(Node item, Problems problems) {
        item.get("defaultRequest").fields((name, request) -> {
            if (!ResourceNames.mayOvercommit(name)
                    && Amounts.differ(request.json(), effective(item, "default", name))) {
                problems.add(
                        KubernetesRules.QUOTA, request, "defaultRequest of " + name + " must be equal to its default");
            }
        });
    }
}
