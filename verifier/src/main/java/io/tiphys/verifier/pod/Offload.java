package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Moves very long arguments into a ConfigMap that is mounted beside, since Linux takes no more in one word. */
final class Offload {
    private static final int MAX_LENGTH = 131_072;
    private static final String VOLUME = "argo-env-config";

    private Offload() {}

    static void apply(PodDraft draft, ObjectNode podSpec) {
        boolean moved = false;
        ArrayNode containers = Json.listIn(podSpec, "containers");
        for (int i = 0; i < containers.size(); i++) {
            ObjectNode container = Json.copy(containers.get(i));
            if (length(container.path("args")) > MAX_LENGTH) {
                container.remove("args");
                Json.listIn(container, "env")
                        .add(Executor.variable("ARGO_CONTAINER_ARGS_FILE", "/argo/config/container_args.json"));
                Mounts.add(container, Mounts.mount(VOLUME, "/argo/config"));
                containers.set(i, container);
                moved = true;
            }
        }
        if (moved || length(draft.template) > MAX_LENGTH) {
            ArrayNode inits = Json.listIn(podSpec, "initContainers");
            for (int i = 0; i < inits.size(); i++) {
                if (Json.name(inits.get(i)).equals("init")) {
                    ObjectNode init = Json.copy(inits.get(i));
                    Mounts.add(init, Mounts.mount(VOLUME, "/argo/config"));
                    inits.set(i, init);
                }
            }
            ObjectNode volume = Json.object();
            volume.put("name", VOLUME);
            volume.putObject("configMap").put("name", draft.run.text("pod.name"));
            Json.listIn(podSpec, "volumes").add(volume);
        }
    }

    private static long length(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().length();
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += length(child);
        }
        return sum;
    }
}
