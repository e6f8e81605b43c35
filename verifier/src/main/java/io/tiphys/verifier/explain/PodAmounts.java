package io.tiphys.verifier.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the scheduler keeps for a pod: the sum of its containers, or what its largest init container needs if that is more.
 *
 * <p>Source: Kubernetes documentation, "Init containers, resource sharing" and "Pod-level resource specification".
 */
final class PodAmounts {
    private PodAmounts() {}

    static Amounts of(EffectivePod pod) {
        JsonNode spec = pod.pod().path("spec");
        Amounts beside = Amounts.NONE;
        Amounts first = Amounts.NONE;
        for (JsonNode init : spec.path("initContainers")) {
            Amounts own = requests(init.path("resources"));
            first = first.max(beside.plus(own));
            if (init.path("restartPolicy").asText().equals("Always")) {
                beside = beside.plus(own);
            }
        }
        Amounts sum = beside;
        for (JsonNode container : spec.path("containers")) {
            sum = sum.plus(requests(container.path("resources")));
        }
        Amounts needed = sum.max(first);
        Amounts ofPod = requests(spec.path("resources"));
        for (Map.Entry<String, BigDecimal> entry : ofPod.known().entrySet()) {
            needed = needed.with(entry.getKey(), entry.getValue());
        }
        Set<String> open = new TreeSet<>(needed.open());
        open.removeAll(ofPod.known().keySet());
        open.addAll(ofPod.open());
        return new Amounts(needed.known(), open)
                .plus(amounts(spec.path("overhead")))
                .with("pods", BigDecimal.ONE);
    }

    private static Amounts requests(JsonNode resources) {
        Amounts limits = amounts(resources.path("limits"));
        Amounts requests = amounts(resources.path("requests"));
        Map<String, BigDecimal> known = new TreeMap<>(limits.known());
        known.keySet().removeAll(requests.open());
        known.putAll(requests.known());
        Set<String> open = new TreeSet<>(limits.open());
        open.removeAll(requests.known().keySet());
        open.addAll(requests.open());
        return new Amounts(known, open);
    }

    private static Amounts amounts(JsonNode list) {
        Map<String, BigDecimal> known = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : list.properties()) {
            Optional<BigDecimal> value = Quantities.value(entry.getValue().asText());
            value.ifPresentOrElse(amount -> known.put(entry.getKey(), amount), () -> open.add(entry.getKey()));
        }
        return new Amounts(known, open);
    }
}
