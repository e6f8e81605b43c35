package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the API server fills in of a pod before policies see it. Where a limit is set and the request is not, the request
 * is the limit; an absent pod security context is empty.
 */
final class PodDefaults {
    private static final List<String> CONTAINERS = List.of("containers", "initContainers");

    private PodDefaults() {}

    static PolicySubject applyTo(PolicySubject subject) {
        if (!subject.resource().equals(ApiResource.PODS)
                || !subject.operation().equals("CREATE")
                || !subject.object().path("spec").isObject()) {
            return subject;
        }
        JsonNode copy = subject.object().deepCopy();
        Set<JsonPointer> undetermined = new HashSet<>(subject.undetermined());
        ObjectNode spec = (ObjectNode) copy.path("spec");
        if (!spec.path("securityContext").isObject()) {
            spec.putObject("securityContext");
        }
        for (String list : CONTAINERS) {
            JsonPointer at = JsonPointer.compile("/spec").appendProperty(list);
            int index = 0;
            for (JsonNode container : spec.path(list)) {
                requests(container, at.appendIndex(index++), undetermined);
            }
        }
        return subject.withObject(copy, undetermined);
    }

    private static void requests(JsonNode container, JsonPointer at, Set<JsonPointer> undetermined) {
        JsonNode resources = container.path("resources");
        if (!resources.path("limits").isObject() || resources.path("limits").isEmpty()) {
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
