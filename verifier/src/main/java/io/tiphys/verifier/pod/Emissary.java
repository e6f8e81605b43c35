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
    private static final String IMAGE_VOLUME = "argoexec-bin";
    private static final String IMAGE_FOLDER = "/argo-bin";

    private final ControllerConfig config;

    Emissary(ControllerConfig config) {
        this.config = config;
    }

    /** Argo's program as the user's containers find it. */
    static String binary(ControllerConfig config) {
        return (config.isInitless() ? IMAGE_FOLDER + "/bin" : FOLDER) + "/argoexec";
    }

    /** The image with Argo's program, as a volume of pods that have no {@code init} to copy it. */
    static ObjectNode binaryVolume(ControllerConfig config) {
        ObjectNode volume = Json.object();
        volume.put("name", IMAGE_VOLUME);
        ObjectNode image = volume.putObject("image").put("reference", config.executorImage());
        if (config.executor().has("imagePullPolicy")) {
            image.set("pullPolicy", config.executor().path("imagePullPolicy"));
        }
        return volume;
    }

    static ObjectNode binaryMount() {
        return Mounts.readOnly(IMAGE_VOLUME, IMAGE_FOLDER);
    }

    /**
     * @param waits whether Argo has a container of its own beside the user's
     * @param storing whether artifact drivers that store outputs run beside it
     */
    void finish(ObjectNode podSpec, boolean waits, boolean storing) {
        JsonNode grace = podSpec.path("terminationGracePeriodSeconds");
        ArrayNode containers = Json.listIn(podSpec, "containers");
        for (int i = 0; i < containers.size(); i++) {
            ObjectNode container = Json.copy(containers.get(i));
            containers.set(i, container);
            String name = Json.name(container);
            boolean argos = ArgoContainers.isArgos(name);
            if (!argos) {
                wrap(container);
                if (config.isInitless()) {
                    if (waits) {
                        Json.listIn(container, "env").add(Executor.variable("ARGO_WAIT_FOR_READY", "true"));
                    }
                    Mounts.add(container, binaryMount());
                }
            }
            if (container.path("image").asText().equals(config.executorImage())) {
                Mounts.add(container, Mounts.mount("tmp-dir-argo", "/tmp").put("subPath", Integer.toString(i)));
            }
            if (argos && storing) {
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
        command.add(Json.text(binary(config)));
        command.add(Json.text("emissary"));
        Executor.LOG_OPTIONS.forEach(option -> command.add(Json.text(option)));
        command.add(Json.text("--"));
        command.addAll(words);
        container.set("command", Json.list(command));
    }
}
