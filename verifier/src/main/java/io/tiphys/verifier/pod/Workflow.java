package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.typed.TypeException;
import java.util.Optional;

/**
 * The workflow that runs: a Workflow's or CronWorkflow's own, or one made to run a stored template.
 *
 * @param manifest the document it comes from
 * @param spec its spec with workflowTemplateRef and the controller's defaults merged under it
 * @param metadata labels and annotations of the Workflow object
 * @param owner whose templates it calls by name
 * @param repository where it keeps artifacts that say nothing of their place
 */
record Workflow(Manifest manifest, ObjectNode spec, JsonNode metadata, Owner owner, JsonNode repository) {

    /**
     * Who has templates.
     *
     * @param scope {@code local/name}, {@code namespaced/name} or {@code cluster/name}
     * @param templates their list
     * @param podMetadata the labels and annotations of the owner's pods
     */
    record Owner(String scope, JsonNode templates, JsonNode podMetadata) {}

    static Workflow of(Manifest manifest, Lookup lookup, ControllerConfig config, Run run, Origins origins)
            throws PodException {
        JsonNode document = origins.adopt(manifest, manifest.json(), JsonPointer.empty());
        ObjectNode own = own(manifest, document);
        Optional<ObjectNode> stored = stored(manifest, document, own, lookup, origins);
        JsonNode defaults = config.workflowDefaults(origins);
        Optional<ObjectNode> defaultSpec =
                defaults.path("spec") instanceof ObjectNode spec ? Optional.of(spec) : Optional.empty();
        ObjectNode spec;
        try {
            spec = new SpecJoin(origins::copied).all(own, stored, defaultSpec);
        } catch (MergeException e) {
            throw new PodException(PodRules.DEFAULTS, own, "the workflow's specs cannot be merged: " + e.getMessage());
        } catch (TypeException e) {
            JsonNode at = nearest(own, e.path());
            throw new PodException(
                    PodRules.DEFAULTS, at, "the spec has a wrong type at " + e.path() + ": " + e.getMessage());
        }
        ObjectNode metadata = Json.object();
        for (String kind : new String[] {"labels", "annotations"}) {
            ObjectNode merged = metadata.putObject(kind);
            for (JsonNode from : new JsonNode[] {
                defaults.path("metadata").path(kind),
                isRun(manifest) ? document.path("metadata").path(kind) : Json.object(),
                spec.path("workflowMetadata").path(kind)
            }) {
                from.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            }
        }
        String scope =
                "local/" + (stored.isPresent() ? "" : run.value("workflow.name").orElse(manifest.name()));
        return new Workflow(
                manifest,
                spec,
                metadata,
                new Owner(scope, spec.path("templates"), spec.path("podMetadata")),
                Repositories.of(spec.path("artifactRepositoryRef"), lookup, config));
    }

    static JsonNode nearest(JsonNode root, JsonPointer path) {
        JsonNode best = root;
        JsonPointer rest = path;
        while (!rest.matches()) {
            JsonNode child = rest.getMatchingIndex() >= 0 && best.isArray()
                    ? best.path(rest.getMatchingIndex())
                    : best.path(rest.getMatchingProperty());
            if (child.isMissingNode()) {
                return best;
            }
            best = child;
            rest = rest.tail();
        }
        return best;
    }

    private static boolean isRun(Manifest manifest) {
        return manifest.kind().equals("Workflow") || manifest.kind().equals("CronWorkflow");
    }

    private static ObjectNode own(Manifest manifest, JsonNode document) {
        JsonNode spec = isRun(manifest) ? document.at(manifest.specPointer()) : Json.object();
        return spec instanceof ObjectNode object ? object : Json.object();
    }

    private static Optional<ObjectNode> stored(
            Manifest manifest, JsonNode document, ObjectNode own, Lookup lookup, Origins origins) throws PodException {
        if (!isRun(manifest)) {
            return document.path("spec") instanceof ObjectNode spec ? Optional.of(spec) : Optional.empty();
        }
        JsonNode reference = own.path("workflowTemplateRef");
        if (!reference.isObject()) {
            return Optional.empty();
        }
        String name = Json.name(reference);
        boolean cluster = reference.path("clusterScope").booleanValue();
        Optional<Manifest> target = cluster ? lookup.clusterWorkflowTemplate(name) : lookup.workflowTemplate(name);
        if (target.isEmpty()) {
            throw new PodException(
                    PodRules.REFERENCE,
                    reference.path("name"),
                    (cluster ? "ClusterWorkflowTemplate" : "WorkflowTemplate") + " \"" + name + "\" is not known");
        }
        JsonNode adopted = origins.adopt(target.get(), target.get().json(), JsonPointer.empty());
        return adopted.path("spec") instanceof ObjectNode spec ? Optional.of(spec) : Optional.empty();
    }
}
