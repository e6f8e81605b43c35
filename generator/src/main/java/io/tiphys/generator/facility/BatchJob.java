package io.tiphys.generator.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@code batch/v1} Job that runs the container of a template, so that a Job and a template of the same work have one
 * description. Inputs have the values of their defaults: a Job has no parameters.
 */
public final class BatchJob {
    /** Fields of a template that a pod has under the same name. */
    private static final List<String> OF_THE_POD = List.of(
            "affinity",
            "automountServiceAccountToken",
            "hostAliases",
            "initContainers",
            "nodeSelector",
            "priorityClassName",
            "schedulerName",
            "securityContext",
            "serviceAccountName",
            "tolerations",
            "volumes");

    private static final Set<String> OTHERS =
            Set.of("name", "inputs", "container", "sidecars", "metadata", "activeDeadlineSeconds");
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchJob() {}

    /**
     * The Job, with what the site says of all objects and pods; what only Jobs have ({@code completions},
     * {@code backoffLimit}, …) is still to be set: {@code .editSpec()…endSpec()}. A pod is not started again where it ran:
     * {@code restartPolicy: Never}. A claim that a template makes for each run becomes an ephemeral volume, a sidecar an
     * init container with {@code restartPolicy: Always}.
     *
     * @param name one that ends in {@code -} gets an ending for each run: {@code metadata.generateName}
     * @throws IllegalArgumentException if the template says what a Job cannot do, or an input has no default
     */
    public static JobBuilder of(Site site, String name, ContainerTemplate template) {
        WorkflowManifest workflow = site.workflow(name).entrypoint(template);
        if (!workflow.findings().isEmpty()) {
            throw new IllegalArgumentException(told(workflow.findings().get(0)));
        }
        ObjectNode rendered = workflow.render().json();
        JsonNode spec = rendered.path("spec");
        ObjectNode job = JSON.createObjectNode();
        job.set("metadata", rendered.path("metadata"));
        DefaultValues values = DefaultValues.of(spec);
        ObjectNode filled = (ObjectNode) values.in(spec.at("/templates/0"));
        refuseOthers(filled);
        if (filled.has("activeDeadlineSeconds")) {
            job.withObject("/spec")
                    .put(
                            "activeDeadlineSeconds",
                            filled.path("activeDeadlineSeconds").asLong());
        }
        ObjectNode pod = job.withObject("/spec/template");
        if (filled.has("metadata")) {
            pod.set("metadata", filled.path("metadata"));
        }
        pod.set("spec", podSpec(filled, values.in(spec)));
        return new JobBuilder(JSON.convertValue(job, Job.class));
    }

    private static String told(Finding finding) {
        return finding.message()
                + finding.java()
                        .map(line -> " (" + line.file() + ":" + line.line() + ")")
                        .orElse("");
    }

    private static void refuseOthers(ObjectNode template) {
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            if (!OF_THE_POD.contains(field.getKey()) && !OTHERS.contains(field.getKey())) {
                throw new IllegalArgumentException(
                        "The template \"" + template.path("name").asText() + "\" has " + field.getKey()
                                + ", which a Job has no place for");
            }
        }
        if (template.path("inputs").has("artifacts")) {
            throw new IllegalArgumentException("The template \""
                    + template.path("name").asText() + "\" takes artifacts, which a Job has no place for");
        }
    }

    private static ObjectNode podSpec(ObjectNode template, JsonNode spec) {
        ObjectNode pod = JSON.createObjectNode();
        for (String field : OF_THE_POD) {
            JsonNode value = template.has(field) ? template.path(field) : spec.path(field);
            if (!value.isMissingNode()) {
                pod.set(field, value);
            }
        }
        if (spec.has("imagePullSecrets")) {
            pod.set("imagePullSecrets", spec.path("imagePullSecrets"));
        }
        for (JsonNode sidecar : template.path("sidecars")) {
            ObjectNode beside = sidecar.deepCopy();
            pod.withArray("initContainers").add(beside.put("restartPolicy", "Always"));
        }
        ObjectNode main = JSON.createObjectNode().set("name", template.path("name"));
        main.setAll((ObjectNode) template.path("container"));
        pod.putArray("containers").add(main);
        ArrayNode volumes = pod.withArray("volumes");
        if (template.has("volumes")) {
            spec.path("volumes").forEach(volumes::add);
        }
        for (JsonNode claim : spec.path("volumeClaimTemplates")) {
            ObjectNode volume = volumes.addObject();
            volume.set("name", claim.at("/metadata/name"));
            volume.withObject("/ephemeral/volumeClaimTemplate").set("spec", claim.path("spec"));
        }
        return pod.put("restartPolicy", "Never");
    }
}
