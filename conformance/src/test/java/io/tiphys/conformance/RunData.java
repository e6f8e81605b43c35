package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Takes out of a pod what only a run knows, and what the recordings sort. All else stays. */
final class RunData {
    private static final List<String> CONTAINERS = List.of("containers", "initContainers");
    private static final List<String> ANNOTATIONS = List.of("node-id", "node-name", "trace-id", "span-id");

    private RunData() {}

    static JsonNode without(JsonNode pod) {
        ObjectNode copy = pod.deepCopy();
        copy.remove("status");
        ObjectNode metadata = copy.withObjectProperty("metadata");
        metadata.remove(List.of("name", "namespace", "ownerReferences", "creationTimestamp"));
        if (metadata.path("annotations") instanceof ObjectNode annotations) {
            for (String name : ANNOTATIONS) {
                String key = "workflows.argoproj.io/" + name;
                if (annotations.has(key)) {
                    annotations.put(key, "");
                }
            }
        }
        JsonNode spec = copy.path("spec");
        sort(spec.path("volumes"), volume -> volume.has("secret"), "name");
        for (String list : CONTAINERS) {
            for (JsonNode container : spec.path(list)) {
                sort(
                        container.path("volumeMounts"),
                        mount -> mount.path("mountPath").asText().startsWith("/argo/secret/"),
                        "name");
                container.path("env").forEach(RunData::clear);
            }
        }
        return copy;
    }

    private static void clear(JsonNode variable) {
        String name = variable.path("name").asText();
        if (name.startsWith("ARGO_") || name.equals("TRACEPARENT") || name.equals("TRACESTATE")) {
            ((ObjectNode) variable).remove("value");
        }
    }

    private static void sort(JsonNode list, Predicate<JsonNode> which, String key) {
        if (!(list instanceof ArrayNode array)) {
            return;
        }
        List<Integer> places = new ArrayList<>();
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (which.test(array.get(i))) {
                places.add(i);
                items.add(array.get(i));
            }
        }
        items.sort(Comparator.comparing(item -> item.path(key).asText()));
        for (int i = 0; i < places.size(); i++) {
            array.set(places.get(i), items.get(i));
        }
    }
}
