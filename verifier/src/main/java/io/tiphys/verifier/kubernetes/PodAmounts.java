package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.math.BigDecimal;
import java.util.List;

/** What a pod as a whole requests, compared with what its containers do. */
final class PodAmounts {
    private PodAmounts() {}

    static void check(Node spec, Problems problems) {
        Node resources = spec.get("resources");
        resources.get("requests").fields((name, amount) -> {
            BigDecimal sum = sum(spec, "requests", name);
            if (Amounts.of(amount.json()).map(own -> own.compareTo(sum) < 0).orElse(false)) {
                problems.add(
                        KubernetesRules.RESOURCES,
                        amount,
                        "the pod requests " + amount.json().asText() + " " + name + ", its containers together "
                                + sum.toPlainString());
            }
        });
        resources.get("limits").fields((name, amount) -> {
            BigDecimal sum = sum(spec, "limits", name);
            if (ResourceNames.isHugePages(name)
                    && Amounts.of(amount.json())
                            .map(own -> own.compareTo(sum) < 0)
                            .orElse(false)) {
                problems.add(
                        KubernetesRules.RESOURCES, amount, "the containers together have a higher limit of " + name);
            }
            for (Node container : spec.items("containers")) {
                JsonNode limit =
                        container.json().path("resources").path("limits").path(name);
                if (Amounts.isMore(limit, amount.json())) {
                    problems.add(
                            KubernetesRules.RESOURCES,
                            container.get("resources").get("limits").get(name),
                            "the limit of " + limit.asText() + " " + name + " is over that of the pod, "
                                    + amount.json().asText());
                }
            }
        });
    }

    /** The most that runs at one time: sidecars stay, other init containers run one after the other, then the containers. */
    private static BigDecimal sum(Node spec, String list, String name) {
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Node container : spec.items("initContainers")) {
            BigDecimal own = amount(container, list, name);
            if (container.text("restartPolicy").equals("Always")) {
                sidecars = sidecars.add(own);
                own = BigDecimal.ZERO;
            }
            most = most.max(sidecars.add(own));
        }
        BigDecimal sum = sidecars;
        for (Node container : spec.items("containers")) {
            sum = sum.add(amount(container, list, name));
        }
        return sum.max(most);
    }

    private static BigDecimal amount(Node container, String list, String name) {
        JsonNode resources = container.json().path("resources");
        List<String> places = list.equals("requests") ? List.of("requests", "limits") : List.of("limits");
        return places.stream()
                .map(place -> resources.path(place).path(name))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .flatMap(Amounts::of)
                .orElse(BigDecimal.ZERO);
    }
}
