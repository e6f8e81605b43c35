package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Parts of pods that are looked at wherever they stand. */
final class PodParts {
    private PodParts() {}

    /** Resources of a pod as a whole are CPU, memory and huge pages, without claims. */
    static void resources(JsonNode resources, JsonPointer at) throws RefusedException {
        if (!resources.path("claims").isEmpty()) {
            throw new RefusedException(at.appendProperty("claims"), "podResources take no claims");
        }
        for (String list : List.of("limits", "requests")) {
            for (Map.Entry<String, JsonNode> entry : resources.path(list).properties()) {
                String name = entry.getKey();
                if (!name.equals("cpu") && !name.equals("memory") && !name.startsWith("hugepages-")) {
                    throw new RefusedException(
                            at.appendProperty(list), "\"" + name + "\" is no resource of a pod as a whole");
                }
            }
        }
    }
}
