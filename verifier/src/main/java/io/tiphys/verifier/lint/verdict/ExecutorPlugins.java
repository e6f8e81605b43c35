package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Plugins that run beside the executor. */
final class ExecutorPlugins {
    private ExecutorPlugins() {}

    static void check(JsonNode spec, JsonPointer at) throws RefusedException {
        for (JsonNode plugin : Fields.items(spec, "executorPlugins")) {
            JsonNode container = plugin.path("spec").path("sidecar").path("container");
            JsonNode resources = container.path("resources");
            if (Fields.text(plugin.path("metadata"), "name").isEmpty()) {
                throw new RefusedException(at, "a plugin has no metadata.name");
            }
            if (container.path("ports").isEmpty()
                    || !Fields.has(resources, "requests")
                    || !Fields.has(resources, "limits")
                    || !Fields.has(container, "securityContext")) {
                throw new RefusedException(
                        at, "the container of a plugin needs ports, requests, limits and securityContext");
            }
        }
    }
}
