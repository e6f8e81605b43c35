package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.pod.merge.StrategicMerge;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Merges {@code templateDefaults} under a template. The result is decoded over the template's own values, as the
 * controller does it, so that an item of a list inherits what it does not set from the template's item at its index.
 */
public final class TemplateDefaults {
    private static final ApiType TEMPLATE = ApiSchema.get().argoType("Template").orElseThrow();

    /** The fields of a template that say what it does. */
    static final List<String> TYPES = List.of(
            "container", "containerSet", "steps", "dag", "script", "resource", "data", "suspend", "http", "plugin");

    /** Those that push each other out after the merge; the controller forgets the rest. */
    private static final Set<String> EXCLUSIVE =
            Set.of("container", "script", "resource", "data", "suspend", "steps", "dag");

    private final BiConsumer<JsonNode, JsonNode> copied;
    private final List<JsonPointer> leaks = new ArrayList<>();

    TemplateDefaults(BiConsumer<JsonNode, JsonNode> copied) {
        this.copied = copied;
    }

    /** The fields of the last result that an item of a list has from another item, as the controller mixes them. */
    List<JsonPointer> leaks() {
        return leaks;
    }

    /** The template with the defaults under it, empty fields left out. */
    public static ObjectNode apply(ObjectNode defaults, ObjectNode template) throws MergeException, TypeException {
        return new TemplateDefaults((result, source) -> {}).merge(defaults, template);
    }

    ObjectNode merge(ObjectNode defaults, ObjectNode template) throws MergeException, TypeException {
        TypedJson json = new TypedJson(copied);
        ObjectNode own = json.normalise(template, TEMPLATE);
        Optional<String> ownType = TYPES.stream().filter(own::has).findFirst();
        ObjectNode base = JsonNodeFactory.instance.objectNode();
        json.normalise(defaults, TEMPLATE).properties().forEach(field -> {
            boolean otherType = TYPES.contains(field.getKey())
                    && !field.getKey().equals(ownType.orElse(""))
                    && !field.getKey().equals("steps");
            if (!otherType) {
                base.set(field.getKey(), field.getValue());
            }
        });
        JsonNode merged = StrategicMerge.apply(base, own, TEMPLATE, copied::accept);
        ObjectNode result = json.normalise(merged, TEMPLATE, own);
        if (!base.isEmpty()) {
            leaks.addAll(Differences.of(result, new TypedJson().normalise(merged, TEMPLATE)));
        }
        if (ownType.isPresent() && EXCLUSIVE.contains(ownType.get())) {
            EXCLUSIVE.stream().filter(type -> !type.equals(ownType.get())).forEach(result::remove);
        }
        if (result.path("plugin").size() > 1) {
            throw new TypeException(
                    JsonPointer.valueOf("/plugin"), "both the template and templateDefaults have a plugin; one may");
        }
        return result;
    }
}
