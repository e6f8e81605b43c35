package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers that run in one pod. */
final class ContainerSet {
    private ContainerSet() {}

    static void check(Visited template) throws RefusedException {
        JsonNode set = template.json().path("containerSet");
        JsonPointer at = template.at("containerSet", "containers");
        List<JsonNode> containers = Fields.items(set, "containers");
        if (containers.isEmpty()) {
            throw new RefusedException(at, "the set has no container");
        }
        Names.workflowNames(containers, at);
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : Fields.items(set, "volumeMounts")) {
            Leaf.mount(Fields.text(mount, "mountPath"), paths, template.at("containerSet", "volumeMounts"));
        }
        graph(containers, at);
        JsonNode outputs = template.json().path("outputs");
        boolean used =
                !Fields.items(template.json().path("inputs"), "artifacts").isEmpty()
                        || !Fields.items(outputs, "parameters").isEmpty()
                        || !Fields.items(outputs, "artifacts").isEmpty();
        if (used && !hasMain(set)) {
            throw new RefusedException(at, "inputs and outputs need a container called main");
        }
        for (JsonNode container : containers) {
            String name = Fields.text(container, "name");
            if (Vocabulary.isReservedContainer(name)) {
                throw new RefusedException(at, "Argo uses the name \"" + name + "\" itself");
            }
        }
    }

    static boolean hasMain(JsonNode set) {
        return Fields.items(set, "containers").stream()
                .anyMatch(container -> Fields.text(container, "name").equals("main"));
    }

    private static void graph(List<JsonNode> containers, JsonPointer at) throws RefusedException {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (JsonNode container : containers) {
            graph.put(
                    Fields.text(container, "name"),
                    Fields.items(container, "dependencies").stream()
                            .map(JsonNode::asText)
                            .toList());
        }
        for (List<String> dependencies : graph.values()) {
            for (String name : dependencies) {
                if (!graph.containsKey(name)) {
                    throw new RefusedException(at, "the set has no container \"" + name + "\"");
                }
            }
        }
        if (!Order.isPossible(graph)) {
            throw new RefusedException(at, "the containers wait for each other");
        }
    }
}
