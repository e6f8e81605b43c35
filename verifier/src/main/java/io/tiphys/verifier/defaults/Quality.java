package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The first status of a pod, with its quality of service. */
final class Quality {
    private static final List<String> RESOURCES = List.of("cpu", "memory");

    private Quality() {}

    static JsonNode status(ObjectNode pod) {
        return JsonNodeFactory.instance.objectNode().put("phase", "Pending").put("qosClass", of(pod.path("spec")));
    }

    /** Guaranteed: every container has limits of cpu and memory equal to its requests. */
    private static String of(JsonNode spec) {
        boolean any = false;
        boolean guaranteed = true;
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : spec.path(list)) {
                JsonNode limits = container.path("resources").path("limits");
                JsonNode requests = container.path("resources").path("requests");
                for (String resource : RESOURCES) {
                    JsonNode limit = limits.path(resource);
                    any |= isSome(limit) || isSome(requests.path(resource));
                    guaranteed &= isSome(limit) && limit.equals(requests.path(resource));
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }

    private static boolean isSome(JsonNode amount) {
        return !amount.isMissingNode() && !amount.asText().equals("0");
    }
}
