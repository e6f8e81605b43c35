package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** After the patch: wraps commands by Argo's emissary, mounts its folders. */
final class Emissary {
    static final String VOLUME = "var-run-argo";
    static final String FOLDER = "/var/run/argo";

    private final ControllerConfig config;

    Emissary(ControllerConfig config) {
        this.config = config;
    }

    /** @param plugins whether artifact drivers run beside {@code wait} */
    void finish(ObjectNode podSpec, boolean plugins) {
        JsonNode grace = podSpec.path("terminationGracePeriodSeconds");
        ArrayNode containers = Json.listIn(podSpec, "containers");
        for (int i = 0; i < containers.size(); i++) {
            ObjectNode container = Json.copy(containers.get(i));
            containers.set(i, container);
            String name = Json.name(container);
            if (!name.equals("wait") && !name.startsWith("artifact-plugin-")) {
                wrap(container);
            }
            if (container.path("image").asText().equals(config.executorImage())) {
                Mounts.add(container, Mounts.mount("tmp-dir-argo", "/tmp").put("subPath", Integer.toString(i)));
            }
            if (name.equals("wait") && plugins) {
                Mounts.add(container, ArtifactPlugins.outputs());
            }
            if (grace.isNumber()) {
                Json.listIn(container, "env")
                        .add(Executor.variable("ARGO_TERMINATION_GRACE_PERIOD_SECONDS", grace.asText()));
            }
            Mounts.add(container, Mounts.mount(VOLUME, FOLDER));
        }
    }

    private void wrap(ObjectNode container) {
        List<JsonNode> words = Json.items(container.path("command"));
        if (words.isEmpty()) {
            JsonNode image = config.image(container.path("image").asText());
            words = image.isMissingNode()
                    ? List.of(Json.text("{{image.entrypoint}}"))
                    : Json.items(image.path("entrypoint"));
            if (!Json.isSet(container.path("args"))) {
                List<JsonNode> args = Json.items(image.path("cmd"));
                if (!args.isEmpty()) {
                    container.set("args", Json.list(args));
                }
            }
        }
        List<JsonNode> command = new ArrayList<>();
        command.add(Json.text(FOLDER + "/argoexec"));
        command.add(Json.text("emissary"));
        Executor.LOG_OPTIONS.forEach(option -> command.add(Json.text(option)));
        command.add(Json.text("--"));
        command.addAll(words);
        container.set("command", Json.list(command));
    }
}
