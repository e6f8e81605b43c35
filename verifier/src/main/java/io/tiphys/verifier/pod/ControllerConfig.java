package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlProblem;
import io.tiphys.model.yaml.YamlReader;

/**
 * The settings of Argo's controller that shape pods.
 *
 * @param settings its configuration: {@code mainContainer}, {@code executor}, {@code workflowDefaults},
 *     {@code artifactRepository}, {@code images} …
 */
public record ControllerConfig(JsonNode settings) {
    /** As Argo is installed, without any settings. */
    public static final ControllerConfig DEFAULT = new ControllerConfig(Json.object());

    private static final String EXECUTOR_IMAGE = "quay.io/argoproj/argoexec:v4.1.2";

    /**
     * Reads {@code workflow-controller-configmap}: a ConfigMap with one {@code config} entry or an entry per setting, each
     * of them YAML; or the settings themselves.
     *
     * @throws IllegalArgumentException that says which entry cannot be read, and why
     */
    public static ControllerConfig of(JsonNode document) {
        if (!document.path("kind").asText().equals("ConfigMap")) {
            return new ControllerConfig(document);
        }
        ObjectNode settings = Json.object();
        document.path("data").properties().forEach(entry -> {
            JsonNode value = yaml(entry.getKey(), entry.getValue().asText());
            if (!entry.getKey().equals("config")) {
                settings.set(entry.getKey(), value);
            } else if (value.isObject() || value.isMissingNode()) {
                value.properties().forEach(field -> settings.set(field.getKey(), field.getValue()));
            } else {
                throw new IllegalArgumentException("data.config holds no settings, but " + value);
            }
        });
        return new ControllerConfig(settings);
    }

    private static JsonNode yaml(String key, String text) {
        YamlFile file = new YamlReader().read(text);
        for (YamlProblem problem : file.problems()) {
            throw new IllegalArgumentException("data." + key + " is no YAML in its line "
                    + problem.position().line() + ": " + problem.message());
        }
        return file.documents().stream().findFirst().map(YamlDocument::json).orElse(MissingNode.getInstance());
    }

    JsonNode mainContainer() {
        return settings.path("mainContainer");
    }

    JsonNode executor() {
        return settings.path("executor");
    }

    JsonNode workflowDefaults() {
        return settings.path("workflowDefaults");
    }

    JsonNode artifactRepository() {
        return settings.path("artifactRepository");
    }

    JsonNode image(String image) {
        return settings.path("images").path(image);
    }

    JsonNode artifactDrivers() {
        return settings.path("artifactDrivers");
    }

    String executorImage() {
        return executor().path("image").asText(EXECUTOR_IMAGE);
    }
}
