package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.typed.TypeException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A template as it runs: with its owner's podMetadata and the workflow's templateDefaults, tags not yet replaced. */
final class TemplateResolver {
    private final Workflow workflow;
    private final Origins origins;
    private final List<PodException> warnings = new ArrayList<>();
    /** Of each definition, what it became under which metadata: a template is asked for by each call, and for its pod. */
    private final IdentityHashMap<ObjectNode, Resolved> known = new IdentityHashMap<>();

    TemplateResolver(Workflow workflow, Origins origins) {
        this.workflow = workflow;
        this.origins = origins;
    }

    /** What the controller mixes up when it merges. */
    List<PodException> warnings() {
        return warnings;
    }

    private static boolean isInList(JsonPointer pointer) {
        return pointer.toString().matches(".*/[0-9]+/.*");
    }

    private record Resolved(JsonNode podMetadata, ObjectNode template) {}

    /** The template; not to be changed. */
    ObjectNode resolve(ObjectNode definition, JsonNode podMetadata) throws PodException {
        Resolved before = known.get(definition);
        if (before != null && before.podMetadata().equals(podMetadata)) {
            return before.template();
        }
        ObjectNode template = merge(definition, podMetadata);
        known.put(definition, new Resolved(podMetadata, template));
        return template;
    }

    private ObjectNode merge(ObjectNode definition, JsonNode podMetadata) throws PodException {
        ObjectNode template = Json.copy(definition);
        origins.copied(template, definition);
        if (!podMetadata.isEmpty()) {
            template.set("metadata", metadata(definition.path("metadata"), podMetadata));
        }
        ObjectNode defaults =
                workflow.spec().path("templateDefaults") instanceof ObjectNode found ? found : Json.object();
        try {
            TemplateDefaults merge = new TemplateDefaults(origins::copied);
            ObjectNode result = merge.merge(defaults, template);
            for (JsonPointer leak : merge.leaks()) {
                if (isInList(leak)) {
                    warnings.add(new PodException(
                            PodRules.DEFAULTS_LEAK,
                            Workflow.nearest(definition, leak.head()),
                            leak + " is " + result.at(leak)
                                    + ", which no item of this name has: the controller keeps it from the template's item at"
                                    + " the same index when it puts in that of templateDefaults"));
                }
            }
            if (!defaults.isEmpty()) {
                List<Source> written = origins.of(definition);
                written.subList(Math.max(0, written.size() - 1), written.size())
                        .forEach(source -> empties(
                                origins.adopt(
                                        source.manifest(),
                                        source.manifest().json().at(source.pointer()),
                                        source.pointer()),
                                result,
                                JsonPointer.empty()));
            }
            Tolerations.lost(List.of(definition, defaults)).ifPresent(warnings::add);
            return result;
        } catch (MergeException e) {
            throw new PodException(
                    PodRules.DEFAULTS,
                    definition,
                    "templateDefaults cannot be merged under the template, at " + e.path() + ": " + e.getMessage());
        } catch (TypeException e) {
            throw new PodException(
                    PodRules.DEFAULTS,
                    Workflow.nearest(definition, e.path()),
                    "the template has a wrong type at " + e.path() + ": " + e.getMessage());
        }
    }

    /** Values of the template, as it is written, that count as absent, so that those of templateDefaults stay. */
    private void empties(JsonNode own, JsonNode result, JsonPointer at) {
        for (Map.Entry<String, JsonNode> field : own.properties()) {
            JsonPointer place = at.appendProperty(field.getKey());
            JsonNode value = field.getValue();
            JsonNode merged = result.path(field.getKey());
            if (value.isObject() && !value.isEmpty()) {
                empties(value, merged, place);
            } else if (!value.isNull() && !Json.isSet(value) && Json.isSet(merged)) {
                warnings.add(new PodException(
                        PodRules.EMPTY_VALUE,
                        value,
                        place + " is " + value + " in the template, which counts as absent; it stays " + merged
                                + ", as templateDefaults have it"));
            }
        }
    }

    private JsonNode metadata(JsonNode own, JsonNode under) {
        ObjectNode result = Json.copy(own);
        origins.copied(result, own);
        for (String kind : new String[] {"labels", "annotations"}) {
            if (under.path(kind).isObject()) {
                ObjectNode merged = Json.copy(under.path(kind));
                own.path(kind).properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
                result.set(kind, merged);
            }
        }
        return result;
    }

    /** What a template does: one of {@link TemplateDefaults#TYPES}, or empty. */
    static String type(JsonNode template) {
        return TemplateDefaults.TYPES.stream()
                .filter(type -> Json.isPresent(template.path(type)))
                .findFirst()
                .orElse("");
    }
}
