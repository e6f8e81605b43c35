package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
     */
    public static ControllerConfig of(JsonNode document) {
        if (!document.path("kind").asText().equals("ConfigMap")) {
            return new ControllerConfig(document);
        }
        ObjectNode settings = Json.object();
        document.path("data").properties().forEach(entry -> {
            new YamlReader()
                    .read(entry.getValue().asText()).documents().stream()
                            .findFirst()
                            .ifPresent(found -> {
                                if (entry.getKey().equals("config")) {
                                    found.json()
                                            .properties()
                                            .forEach(field -> settings.set(field.getKey(), field.getValue()));
                                } else {
                                    settings.set(entry.getKey(), found.json());
                                }
                            });
        });
        return new ControllerConfig(settings);
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
