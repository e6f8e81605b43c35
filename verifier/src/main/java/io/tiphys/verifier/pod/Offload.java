package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Moves very long arguments and templates into a ConfigMap that is mounted beside, since Linux takes no more in one word. */
final class Offload {
    private static final int MAX_LENGTH = 131_072;
    private static final String VOLUME = "argo-env-config";
    private static final String FOLDER = "/argo/config";

    private final PodDraft draft;
    private final ObjectNode podSpec;

    private Offload(PodDraft draft, ObjectNode podSpec) {
        this.draft = draft;
        this.podSpec = podSpec;
    }

    static void apply(PodDraft draft, ObjectNode podSpec) {
        new Offload(draft, podSpec).apply();
    }

    private void apply() {
        String moved = containerWithLongArguments();
        boolean template = length(template()) > MAX_LENGTH;
        if (moved.isEmpty() && !template) {
            return;
        }
        for (String kind : List.of("initContainers", "containers")) {
            ArrayNode containers = Json.listIn(podSpec, kind);
            for (int i = 0; i < containers.size(); i++) {
                ObjectNode container = Json.copy(containers.get(i));
                containers.set(i, container);
                if (template
                        && Json.named(container.path("env"), "ARGO_TEMPLATE").isPresent()) {
                    Mounts.add(container, Mounts.mount(VOLUME, FOLDER));
                }
                if (kind.equals("containers")
                        && !moved.isEmpty()
                        && Json.name(container).equals(moved)) {
                    container.remove("args");
                    Json.listIn(container, "env")
                            .add(Executor.variable("ARGO_CONTAINER_ARGS_FILE", FOLDER + "/ARGO_CONTAINER_ARGS_FILE"));
                    Mounts.add(container, Mounts.mount(VOLUME, FOLDER));
                }
            }
        }
        ObjectNode volume = Json.object();
        volume.put("name", VOLUME);
        volume.putObject("configMap").put("name", draft.run.text("pod.name"));
        Json.listIn(podSpec, "volumes").add(volume);
    }

    /** The name of the first container of the user's whose arguments are too long; empty if none is. */
    private String containerWithLongArguments() {
        return Json.items(podSpec.path("containers")).stream()
                .filter(container -> !ArgoContainers.isArgos(Json.name(container)))
                .filter(container -> length(container.path("args")) > MAX_LENGTH)
                .map(Json::name)
                .findFirst()
                .orElse("");
    }

    /** The template as Argo's containers get it: without parameters, with the place for artifacts. */
    private ObjectNode template() {
        ObjectNode template = Json.copy(draft.template);
        ObjectNode inputs = template.putObject("inputs");
        if (draft.template.path("inputs").has("artifacts")) {
            inputs.set("artifacts", Json.list(draft.artifacts("inputs")));
        }
        template.set("archiveLocation", Archive.of(draft).location());
        return template;
    }

    /** The bytes that it has as JSON. */
    private static long length(JsonNode node) {
        return Json.go(node).getBytes(StandardCharsets.UTF_8).length;
    }
}
