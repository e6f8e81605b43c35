package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlProblem;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import java.util.Optional;

/**
 * The settings of Argo's controller that shape pods.
 *
 * @param settings its configuration: {@code mainContainer}, {@code executor}, {@code workflowDefaults},
 *     {@code artifactRepository}, {@code images} …
 * @param file the ConfigMap that they were read from, if it is known: it tells the lines of workflow defaults
 */
public record ControllerConfig(JsonNode settings, Optional<Manifest> file) {
    /** As Argo is installed, without any settings. */
    public static final ControllerConfig DEFAULT = new ControllerConfig(Json.object(), Optional.empty());

    private static final String DEFAULTS = "workflowDefaults";
    private static final String EXECUTOR_IMAGE = "quay.io/argoproj/argoexec:v4.1.2";

    /**
     * Reads {@code workflow-controller-configmap}: a ConfigMap with one {@code config} entry or an entry per setting, each
     * of them YAML; or the settings themselves.
     *
     * @throws IllegalArgumentException that says which entry cannot be read, and why
     */
    public static ControllerConfig of(JsonNode document) {
        if (!document.path("kind").asText().equals("ConfigMap")) {
            return new ControllerConfig(document, Optional.empty());
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
        return new ControllerConfig(settings, Optional.empty());
    }

    /** The same from a file, whose lines are remembered. */
    static ControllerConfig of(Manifest file) {
        return new ControllerConfig(of(file.json()).settings(), Optional.of(file));
    }

    static JsonNode yaml(String key, String text) {
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

    /** The defaults under every workflow; their nodes know where they stand in the text of the ConfigMap. */
    JsonNode workflowDefaults(Origins origins) {
        JsonNode defaults = settings.path(DEFAULTS);
        if (file.isEmpty() || !file.get().kind().equals("ConfigMap")) {
            return defaults;
        }
        JsonPointer data = JsonPointer.compile("/data");
        Source source = file.get().json().at(data).has(DEFAULTS)
                ? Source.of(file.get(), data.appendProperty(DEFAULTS))
                : new Source(file.get(), data.appendProperty("config"), JsonPointer.compile("/" + DEFAULTS));
        return origins.adoptInner(source, defaults);
    }

    /** The repository of workflows that name no other one. */
    JsonNode artifactRepository() {
        return settings.path("artifactRepository");
    }

    JsonNode image(String image) {
        return settings.path("images").path(image);
    }

    JsonNode artifactDrivers() {
        return settings.path("artifactDrivers");
    }

    /** The name of this controller, where a cluster has several. */
    Optional<String> instance() {
        return Optional.of(settings.path("instanceID").asText("")).filter(name -> !name.isEmpty());
    }

    /** Whether pods have a supervisor in the place of {@code init} and {@code wait}. */
    boolean isInitless() {
        return settings.path("initlessPod").path("enabled").booleanValue();
    }

    /** Whether pods for http and plugin templates are left to somebody else. */
    boolean leavesAgents() {
        return settings.path("disableAgentPodCreation").booleanValue();
    }

    /** How long pods stay that a workflow lets go, as Go prints it. */
    String podDeletionDelay() {
        return Durations.go(settings.path("podGCDeleteDelayDuration").asText(""))
                .orElse("5s");
    }

    /** How Argo's containers reach another cluster than their own. */
    Optional<KubeConfig> kubeConfig() {
        JsonNode given = settings.path("kubeConfig");
        return given.isObject() ? Optional.of(KubeConfig.of(given)) : Optional.empty();
    }

    String executorImage() {
        return executor().path("image").asText(EXECUTOR_IMAGE);
    }
}
