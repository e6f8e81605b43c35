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
        collect();
    }

    private void collect() {
        JsonNode own = draft.template.path("archiveLocation");
        JsonNode location = kind(own).isEmpty() ? draft.config.artifactRepository() : own;
        boolean repository = archivesLogs();
        for (String direction : List.of("inputs", "outputs")) {
            for (JsonNode artifact : draft.template.path(direction).path("artifacts")) {
                JsonNode full = direction.equals("inputs") ? argument(artifact) : artifact;
                if (isComplete(full)) {
                    secrets(full.path(kind(full)));
                } else {
                    repository = true;
                }
            }
        }
        secrets(draft.template.path("data").path("source").path("artifactPaths"));
        if (repository) {
            secrets(location.path(kind(location)));
        }
    }

    /** Whether the logs of the containers are stored: the repository's yes, else the template's or spec's. */
    boolean archivesLogs() {
        if (draft.config.artifactRepository().path("archiveLogs").booleanValue()) {
            return true;
        }
        JsonNode own = draft.template.path("archiveLocation").path("archiveLogs");
        return own.isBoolean()
                ? own.booleanValue()
                : draft.spec.path("archiveLogs").booleanValue();
    }

    private JsonNode argument(JsonNode artifact) {
        return draft.call.artifacts().stream()
                .filter(argument -> Json.name(argument).equals(Json.name(artifact)))
                .filter(argument -> !kind(argument).isEmpty())
                .findFirst()
                .orElse(artifact);
    }

    private static String kind(JsonNode location) {
        return ArgumentJoin.LOCATIONS.stream()
                .filter(kind -> Json.isPresent(location.path(kind)))
                .findFirst()
                .orElse("");
    }

    /** Whether it names a place of its own: more than a key in the repository. */
    private static boolean isComplete(JsonNode artifact) {
        JsonNode location = artifact.path(kind(artifact));
        return switch (kind(artifact)) {
            case "" -> false;
            case "s3", "oss" -> Json.isSet(location.path("bucket")) && Json.isSet(location.path("endpoint"));
            case "gcs" -> Json.isSet(location.path("bucket"));
            case "azure" -> Json.isSet(location.path("container"));
            case "hdfs" -> Json.isSet(location.path("addresses"));
            default -> true;
        };
    }

    private void secrets(JsonNode location) {
        location.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().endsWith("Secret") && value.has("key") && Json.isSet(value.path("name"))) {
                keys.computeIfAbsent(draft.resolve(Json.name(value)), name -> new LinkedHashSet<>())
                        .add(value.path("key").asText());
            } else if (value.isObject()) {
                secrets(value);
            }
        });
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
