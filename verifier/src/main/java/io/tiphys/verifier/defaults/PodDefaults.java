package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of pods: where a limit is set and the request is not, the request is the limit. */
final class PodDefaults {
    private static final List<String> CONTAINERS = List.of("containers", "initContainers");

    private PodDefaults() {}

    static void requests(ObjectNode object, Set<JsonPointer> undetermined) {
        if (!object.path("kind").asText().equals("Pod")) {
            return;
        }
        for (String list : CONTAINERS) {
            JsonPointer at = JsonPointer.compile("/spec").appendProperty(list);
            int index = 0;
            for (JsonNode container : object.path("spec").path(list)) {
                requests(container, at.appendIndex(index++), undetermined);
            }
        }
    }

    private static void requests(JsonNode container, JsonPointer at, Set<JsonPointer> undetermined) {
        JsonNode resources = container.path("resources");
        if (resources.path("limits").isEmpty()) {
            return;
        }
        JsonPointer pointer = at.appendProperty("resources");
        ObjectNode requests = resources.path("requests").isObject()
                ? (ObjectNode) resources.path("requests")
                : ((ObjectNode) resources).putObject("requests");
        for (Map.Entry<String, JsonNode> limit : resources.path("limits").properties()) {
            if (!requests.has(limit.getKey())) {
                requests.set(limit.getKey(), limit.getValue());
                if (undetermined.contains(pointer.appendProperty("limits").appendProperty(limit.getKey()))) {
                    undetermined.add(pointer.appendProperty("requests").appendProperty(limit.getKey()));
                }
            }
        }
    }
}
