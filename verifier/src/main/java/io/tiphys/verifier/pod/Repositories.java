package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.Optional;

/** Finds the repository in which a workflow keeps artifacts that say nothing of their place. */
final class Repositories {
    private static final String CONFIG_MAP = "artifact-repositories";
    private static final String DEFAULT_KEY = "workflows.argoproj.io/default-artifact-repository";

    private Repositories() {}

    /**
     * The repository that a workflow names; without a name that of the namespace's ConfigMap, then the controller's. What is
     * in a cluster only is taken to be the controller's.
     *
     * @param reference the workflow's {@code artifactRepositoryRef}
     */
    static JsonNode of(JsonNode reference, Lookup lookup, ControllerConfig config) throws PodException {
        JsonNode named = reference.path("configMap");
        Optional<Manifest> map = lookup.configMap(Json.isSet(named) ? named.asText() : CONFIG_MAP);
        if (map.isEmpty()) {
            return config.artifactRepository();
        }
        JsonNode given = reference.path("key");
        JsonNode standard =
                map.get().json().path("metadata").path("annotations").path(DEFAULT_KEY);
        String key = Json.isSet(given) ? given.asText() : standard.asText("");
        JsonNode text = map.get().json().path("data").path(key);
        if (text.isMissingNode()) {
            if (reference.isObject()) {
                throw new PodException(
                        PodRules.REPOSITORY,
                        reference,
                        "ConfigMap \"" + map.get().name() + "\" has no artifact repository \"" + key + "\"");
            }
            return config.artifactRepository();
        }
        try {
            return ControllerConfig.yaml(key, text.asText());
        } catch (IllegalArgumentException e) {
            throw new PodException(
                    PodRules.REPOSITORY, reference, "the artifact repository is no YAML: " + e.getMessage());
        }
    }
}
