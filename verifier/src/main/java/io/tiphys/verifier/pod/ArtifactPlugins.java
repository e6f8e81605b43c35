package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Containers of artifact drivers that the facility has installed: one before the pod's work, one beside it. */
final class ArtifactPlugins {
    private static final String PREFIX = "artifact-plugin-";
    private static final String SOCKETS = "/tmp/artifact-plugins/";

    private final PodDraft draft;

    ArtifactPlugins(PodDraft draft) {
        this.draft = draft;
    }

    /** The names of the drivers whose artifacts go in or out. */
    Set<String> names(String direction) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode artifact : draft.template.path(direction).path("artifacts")) {
            if (Json.isSet(artifact.path("plugin").path("name"))) {
                names.add(Json.name(artifact.path("plugin")));
            }
        }
        return names;
    }

    /** The folders where drivers and {@code wait} meet. */
    void addVolumes() {
        names("outputs").forEach(name -> draft.volumes.add(Mounts.emptyDir(PREFIX + name)));
    }

    /** The driver's container that fetches inputs before the others start. */
    void addInits() {
        for (String name : names("inputs")) {
            ObjectNode container =
                    container("init-artifact-" + name, name, "artifact-plugin-init", List.of("--plugin-name", name));
            Mounts.add(container, Mounts.mount("input-artifacts", "/argo/inputs/artifacts"));
            for (JsonNode mount : MainContainers.declaredMounts(draft.template, draft.type)) {
                Mounts.add(container, Mounts.mirrored(draft, mount));
            }
            draft.initContainers.add(container);
        }
    }

    /** The driver's containers that store outputs; {@code wait} talks to them. */
    void addSidecars(ObjectNode waiting, List<JsonNode> mirrored) {
        for (String name : names("outputs")) {
            Mounts.add(waiting, socket(name));
            ObjectNode container = container(PREFIX + name, name, "artifact-plugin-sidecar", List.of());
            Mounts.add(container, socket(name));
            mirrored.forEach(mount -> Mounts.add(container, mount));
            Mounts.add(container, outputs());
            draft.plugins.add(container);
        }
    }

    static ObjectNode outputs() {
        return Mounts.mount("tmp-dir-argo", "/tmp/argo/outputs").put("subPath", "argo/outputs");
    }

    private static ObjectNode socket(String name) {
        return Mounts.mount(PREFIX + name, SOCKETS + name);
    }

    private ObjectNode container(String name, String plugin, String command, List<String> options) {
        JsonNode driver = Json.named(draft.config.artifactDrivers(), plugin).orElse(Json.object());
        ObjectNode container = new Executor(draft).container(name, List.of());
        String image = driver.path("image").asText("{{artifactDrivers." + plugin + ".image}}");
        container.put("image", image);
        List<String> words = new ArrayList<>(List.of(Emissary.FOLDER + "/argoexec", command));
        words.addAll(options);
        words.addAll(Executor.LOG_OPTIONS);
        words.add("--");
        List<JsonNode> entrypoint = Json.items(draft.config.image(image).path("entrypoint"));
        entrypoint.forEach(word -> words.add(word.asText()));
        if (entrypoint.isEmpty()) {
            words.add("{{image.entrypoint}}");
        }
        words.add(SOCKETS + plugin + "/socket");
        container.set("command", Json.texts(words));
        Json.listIn(container, "env").add(Executor.variable("ARGO_CONTAINER_NAME", name));
        return container;
    }
}
