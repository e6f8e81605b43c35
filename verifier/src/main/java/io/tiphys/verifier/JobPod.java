package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.Optional;

/**
 * The pod that a Job or CronJob makes, as far as policies see it.
 *
 * @param pod the pod
 * @param template where its template stands in the document
 */
record JobPod(ObjectNode pod, JsonPointer template) {
    private static final String LABEL = "batch.kubernetes.io/job-name";

    /** The pod of a document; nothing for other kinds, and where the types are wrong, which the check of the schema says. */
    static Optional<JobPod> of(Manifest manifest) {
        if (!manifest.apiVersion().equals("batch/v1")) {
            return Optional.empty();
        }
        JsonPointer at = JsonPointer.compile(
                manifest.kind().equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template");
        JsonNode template = manifest.json().at(at);
        if (!template.path("spec").isObject()) {
            return Optional.empty();
        }
        ObjectNode pod =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata");
        if (template.path("metadata").isObject()) {
            metadata.setAll((ObjectNode) template.path("metadata").deepCopy());
        }
        metadata.remove("name");
        metadata.put("generateName", manifest.name() + "-");
        JsonNode namespace = manifest.json().at("/metadata/namespace");
        metadata.put("namespace", namespace.asText("default"));
        metadata.withObject("/labels").put(LABEL, manifest.name());
        try {
            pod.set(
                    "spec",
                    new TypedJson()
                            .normalise(
                                    template.path("spec"),
                                    ApiSchema.get().kubernetesType("PodSpec").orElseThrow()));
        } catch (TypeException e) {
            return Optional.empty();
        }
        return Optional.of(new JobPod(pod, at));
    }

    /** Where a node of the pod stands in the document. */
    JsonPointer inDocument(JsonPointer pointer) {
        return template.append(pointer);
    }
}
