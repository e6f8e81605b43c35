package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Containers of artifact drivers that the facility has installed: one before the pod's work, one beside it. */
final class ArtifactPlugins {
    private static final String PREFIX = "artifact-plugin-";
    private static final String SOCKETS = "/tmp/artifact-plugins/";

    private final PodDraft draft;

    ArtifactPlugins(PodDraft draft) {
        this.draft = draft;
    }

    /** The names of the drivers whose artifacts go in or out; the controller's own order is random. */
    Set<String> names(String direction) {
        Set<String> names = new TreeSet<>();
        JsonNode repository = draft.workflow.repository();
        String ofRepository = Json.name(repository.path("plugin"));
        String fallback = Json.name(Archive.of(draft).location().path("plugin"));
        for (JsonNode artifact : draft.artifacts(direction)) {
            String own = Json.name(artifact.path("plugin"));
            String archive = fallback.isEmpty() ? ofRepository : fallback;
            names.add(own.isEmpty() ? archive : own);
        }
        if (direction.equals("outputs") && repository.path("archiveLogs").booleanValue()) {
            names.add(ofRepository);
        }
        names.remove("");
        return names;
    }

    /** The folders where drivers and Argo's container meet. */
    void addVolumes() {
        names("outputs").forEach(name -> draft.volumes.add(Mounts.emptyDir(PREFIX + name)));
    }

    /** The driver's containers that fetch inputs before the others start. */
    void addInits() throws PodException {
        for (String name : names("inputs")) {
            draft.initContainers.add(
                    container("init-artifact-" + name, name, "artifact-plugin-init", List.of("--plugin-name", name)));
        }
    }

    /**
     * The driver's containers that store outputs, and without init containers fetch inputs too.
     *
     * @param waiting the container that talks to them
     */
    void addSidecars(Optional<ObjectNode> waiting) throws PodException {
        boolean initless = draft.config.isInitless();
        Set<String> inputs = initless ? names("inputs") : Set.of();
        List<String> all = new ArrayList<>(inputs);
        names("outputs").stream().filter(name -> !inputs.contains(name)).forEach(all::add);
        if (initless && (all.isEmpty() || waiting.isEmpty())) {
            return;
        }
        inputs.stream()
                .filter(name -> draft.volumes.stream()
                        .noneMatch(volume -> Json.name(volume).equals(PREFIX + name)))
                .forEach(name -> draft.volumes.add(Mounts.emptyDir(PREFIX + name)));
        for (String name : all) {
            ObjectNode container = container(PREFIX + name, name, "artifact-plugin-sidecar", List.of());
            container.set("volumeMounts", Json.list(List.of(socket(name))));
            if (initless) {
                Mounts.add(container, Emissary.binaryMount());
                if (new InputArtifacts(draft).isNeeded()) {
                    new InputArtifacts(draft).mountInLoader(container);
                }
            }
            draft.plugins.add(container);
            waiting.ifPresent(target -> Mounts.add(target, socket(name)));
        }
        String names = String.join(",", all.stream().map(PREFIX::concat).toList());
        waiting.ifPresent(target -> {
            Json.listIn(target, "env").add(Executor.variable("ARGO_ARTIFACT_PLUGIN_NAMES", names));
            if (!inputs.isEmpty()) {
                Json.listIn(target, "env")
                        .add(Executor.variable("ARGO_INPUT_ARTIFACT_PLUGIN_NAMES", String.join(",", inputs)));
            }
        });
    }

    static ObjectNode outputs() {
        return Mounts.mount("tmp-dir-argo", "/tmp/argo/outputs").put("subPath", "argo/outputs");
    }

    private static ObjectNode socket(String name) {
        return Mounts.mount(PREFIX + name, SOCKETS + name);
    }

    private ObjectNode container(String name, String plugin, String command, List<String> options) throws PodException {
        Optional<JsonNode> driver = Json.named(draft.config.artifactDrivers(), plugin);
        if (driver.isEmpty() && draft.config.file().isPresent()) {
            throw new PodException(
                    PodRules.DRIVER,
                    draft.template,
                    "the controller's artifactDrivers have no driver \"" + plugin
                            + "\", which artifacts of the template use");
        }
        ObjectNode container = new Executor(draft).container(name, List.of());
        String image =
                driver.map(found -> found.path("image").asText()).orElse("{{artifactDrivers." + plugin + ".image}}");
        container.put("image", image);
        List<String> words = new ArrayList<>(List.of(Emissary.binary(draft.config), command));
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
