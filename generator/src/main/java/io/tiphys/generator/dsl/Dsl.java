package io.tiphys.generator.dsl;

import io.tiphys.model.file.ClassResource;
import io.tiphys.model.object.Fields;
import java.util.Map;
import java.util.function.Consumer;

/** The words with which a template class begins; made for {@code import static}. */
public final class Dsl {
    private Dsl() {}

    /** An input parameter that whoever calls the template must give: {@code inputs.parameters[]}. */
    public static Input input(String name) {
        return Input.of(name);
    }

    /** An input parameter with a default. */
    public static Input input(String name, Object value) {
        return Input.of(name).defaultsTo(value);
    }

    /** An input artifact, put at a path: {@code inputs.artifacts[]}. */
    public static ArtifactInput artifact(String name, Object path) {
        return ArtifactInput.of(name).at(path);
    }

    /** An input artifact that a graph only hands on. */
    public static ArtifactInput artifact(String name) {
        return ArtifactInput.of(name);
    }

    /** An output parameter, read from a file: {@code outputs.parameters[]}. */
    public static OutputParameter output(String name, Object path) {
        return OutputParameter.of(name).at(path);
    }

    /** An output parameter, whose source is still to be said. */
    public static OutputParameter output(String name) {
        return OutputParameter.of(name);
    }

    /** An output artifact, a file or folder: {@code outputs.artifacts[]}. */
    public static ArtifactOutput artifactOutput(String name, Object path) {
        return ArtifactOutput.of(name).at(path);
    }

    /** An output artifact, whose source is still to be said. */
    public static ArtifactOutput artifactOutput(String name) {
        return ArtifactOutput.of(name);
    }

    /** A parameter of the whole workflow: {@code arguments.parameters[]}. */
    public static WorkflowParameter parameter(String name) {
        return WorkflowParameter.of(name);
    }

    /** A parameter of the whole workflow with a default. */
    public static WorkflowParameter parameter(String name, Object value) {
        return WorkflowParameter.of(name).defaultsTo(value);
    }

    /** A template that runs one container: {@code container}. */
    public static ContainerTemplate container(String name) {
        return ContainerTemplate.of(name);
    }

    /** A template that runs a script: {@code script}. */
    public static ScriptTemplate script(String name) {
        return ScriptTemplate.of(name);
    }

    /** A template that runs several containers in one pod: {@code containerSet}. */
    public static ContainerSetTemplate containerSet(String name, Consumer<ContainerSetTemplate.Containers> body) {
        return ContainerSetTemplate.of(name, body);
    }

    /** A template of steps, one after the other: {@code steps}. */
    public static GraphTemplate steps(String name, Consumer<Steps> body) {
        return GraphTemplate.of(name, new Steps(name), body);
    }

    /** A template of tasks, each as soon as what it needs is there: {@code dag}. */
    public static GraphTemplate dag(String name, Consumer<Dag> body) {
        return GraphTemplate.of(name, new Dag(name), body);
    }

    /** A template that waits for a time or a person: {@code suspend}. */
    public static SuspendTemplate suspend(String name) {
        return SuspendTemplate.of(name);
    }

    /** A template that makes an HTTP request: {@code http}. */
    public static HttpTemplate http(String name, Object url) {
        return HttpTemplate.of(name, url);
    }

    /** A template that handles a Kubernetes object by {@code create}, {@code apply}, {@code get}, …: {@code resource}. */
    public static ResourceTemplate resource(String name, String action) {
        return ResourceTemplate.of(name, action);
    }

    /** A template that lists the files of a location: {@code data}. */
    public static DataTemplate data(String name, Location location) {
        return DataTemplate.of(name, location);
    }

    /** A template that an executor plugin runs: {@code plugin}. */
    public static PluginTemplate plugin(String name, String plugin, Map<String, ?> settings) {
        return PluginTemplate.of(name, plugin, settings);
    }

    /** A template written in the typed model. */
    public static Template template(io.tiphys.model.argo.Template model) {
        return new ModelTemplate(Fields.given("template", model));
    }

    /** A template of a manifest that is defined elsewhere: {@code templateRef}. */
    public static TemplateRef templateRef(String manifest, String template) {
        return TemplateRef.of(manifest, template);
    }

    /** A template of another class's manifest; its inputs are known and checked. */
    public static TemplateRef templateRef(WorkflowManifest manifest, Template template) {
        return TemplateRef.of(manifest, template);
    }

    /** The entrypoint of another class's manifest; its inputs are known and checked. */
    public static TemplateRef templateRef(WorkflowManifest manifest) {
        if (Fields.given("manifest", manifest).parts().entry().isPresent()
                && manifest.parts().entry().get().target() instanceof Template template) {
            return TemplateRef.of(manifest, template);
        }
        throw new IllegalArgumentException("\"" + manifest.name() + "\" has no entrypoint to refer to");
    }

    /** A folder of the node, which must be there, mounted at its own path. */
    public static Mount hostDirectory(String name, Object path) {
        return Mount.hostDirectory(name, path);
    }

    /** An empty folder that lives as long as the pod, of at most this size. */
    public static Mount emptyDir(String name, Object path, Object sizeLimit) {
        return Mount.emptyDir(name, path, sizeLimit);
    }

    /** An empty folder that lives as long as the pod. */
    public static Mount emptyDir(String name, Object path) {
        return Mount.emptyDir(name, path);
    }

    /** A folder on a claim that is made for each run, in the cluster's default storage class. */
    public static Mount claim(String name, Object path, Object size) {
        return Mount.claim(name, path, size, "");
    }

    /** A folder on a claim that is there already. */
    public static Mount existingClaim(String name, Object claim, Object path) {
        return Mount.existingClaim(name, claim, path);
    }

    /** The keys of a Secret as files. */
    public static Mount secretVolume(String name, Object secret, Object path) {
        return Mount.secret(name, secret, path);
    }

    /** The keys of a ConfigMap as files. */
    public static Mount configMapVolume(String name, Object configMap, Object path) {
        return Mount.configMap(name, configMap, path);
    }

    /** A key of a Secret, for an environment variable. */
    public static EnvSource secret(Object name, Object key) {
        return EnvSource.secret(name, key);
    }

    /** All keys of a Secret, for {@code envFrom}. */
    public static EnvSource secret(Object name) {
        return EnvSource.secret(name);
    }

    /** A key of a ConfigMap, for an environment variable. */
    public static EnvSource configMap(Object name, Object key) {
        return EnvSource.configMap(name, key);
    }

    /** All keys of a ConfigMap, for {@code envFrom}. */
    public static EnvSource configMap(Object name) {
        return EnvSource.configMap(name);
    }

    /** A field of the pod, for an environment variable: {@code metadata.name}. */
    public static EnvSource podField(Object path) {
        return EnvSource.field(path);
    }

    /** A number that goes up and down, for Prometheus. */
    public static Metric gauge(String name, Object value) {
        return Metric.gauge(name, value);
    }

    /** A number that only goes up, by this value. */
    public static Metric counter(String name, Object value) {
        return Metric.counter(name, value);
    }

    /** How a number is spread over buckets. */
    public static Metric histogram(String name, Object value, double... buckets) {
        return Metric.histogram(name, value, buckets);
    }

    /**
     * The text of a file beside a class in the project's resources, in UTF-8, its line ends {@code \n}.
     *
     * @throws IllegalArgumentException if there is no such file, or it is larger than a manifest can be (1 MiB)
     */
    public static String resource(Class<?> beside, String file) {
        return ClassResource.text(Fields.given("beside", beside), Fields.given("file", file));
    }
}
