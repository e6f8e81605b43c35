package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The secrets that Argo's containers need to fetch and store artifacts, as volumes in the order of their names. */
final class ArtifactSecrets {
    private static final String FOLDER = "/argo/secret/";

    private final PodDraft draft;
    private final Map<String, Set<String>> keys = new TreeMap<>();

    ArtifactSecrets(PodDraft draft) {
        this.draft = draft;
        Archive.of(draft).secrets().forEach(this::add);
        for (String direction : List.of("outputs", "inputs")) {
            draft.artifacts(direction)
                    .forEach(artifact -> ArtifactLocation.secrets(artifact).forEach(this::add));
        }
        ArtifactLocation.secrets(draft.template.path("data").path("source").path("artifactPaths"))
                .forEach(this::add);
    }

    private void add(JsonNode secret) {
        if (Json.isSet(secret.path("name")) && Json.isSet(secret.path("key"))) {
            keys.computeIfAbsent(draft.resolve(Json.name(secret)), name -> new LinkedHashSet<>())
                    .add(secret.path("key").asText());
        }
    }

    List<JsonNode> volumes() {
        List<JsonNode> volumes = new ArrayList<>();
        keys.forEach((name, items) -> {
            ObjectNode volume = Json.object();
            volume.put("name", name);
            ObjectNode secret = volume.putObject("secret");
            secret.put("secretName", name);
            ArrayNode list = secret.putArray("items");
            items.forEach(key -> list.addObject().put("key", key).put("path", key));
            volumes.add(volume);
        });
        return volumes;
    }

    void mount(ObjectNode container) {
        keys.keySet().forEach(name -> Mounts.add(container, Mounts.readOnly(name, FOLDER + name)));
    }
}
