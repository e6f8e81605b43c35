package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.pod.merge.StrategicMerge;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Merges the specs that make up a workflow's: its own, its workflowTemplateRef's, the controller's defaults. */
public final class SpecJoin {
    private static final ApiType SPEC = ApiSchema.get().argoType("WorkflowSpec").orElseThrow();
    private static final String HOOKS = "hooks";
    private static final String METADATA = "workflowMetadata";
    private static final String LABELS_FROM = "labelsFrom";

    private final BiConsumer<JsonNode, JsonNode> copied;

    SpecJoin(BiConsumer<JsonNode, JsonNode> copied) {
        this.copied = copied;
    }

    /** The spec of a run: earlier ones win. Whether it starts suspended is the workflow's own choice. */
    public static ObjectNode join(ObjectNode workflow, Optional<ObjectNode> template, Optional<ObjectNode> defaults)
            throws MergeException, TypeException {
        return new SpecJoin((result, source) -> {}).all(workflow, template, defaults);
    }

    /** One spec under another; the second wins. */
    public static ObjectNode merge(ObjectNode under, ObjectNode over) throws MergeException, TypeException {
        return new SpecJoin((result, source) -> {}).one(under, over);
    }

    ObjectNode all(ObjectNode workflow, Optional<ObjectNode> template, Optional<ObjectNode> defaults)
            throws MergeException, TypeException {
        ObjectNode result = new TypedJson(copied).normalise(workflow, SPEC);
        for (Optional<ObjectNode> under : List.of(template, defaults)) {
            if (under.isPresent()) {
                ObjectNode merged = one(under.get(), result);
                ArgumentJoin.apply(under.get(), result, merged);
                result = merged;
            }
        }
        result.remove("suspend");
        if (workflow.path("suspend").isBoolean()) {
            result.set("suspend", workflow.get("suspend"));
        }
        return result;
    }

    ObjectNode one(ObjectNode under, ObjectNode over) throws MergeException, TypeException {
        TypedJson json = new TypedJson(copied);
        ObjectNode base = json.normalise(under, SPEC);
        ObjectNode patch = json.normalise(over, SPEC);
        JsonNode hooks = base.remove(HOOKS);
        JsonNode labelsFrom = JsonNodeFactory.instance.nullNode();
        if (base.path(METADATA).has(LABELS_FROM)) {
            ObjectNode metadata = base.withObjectProperty(METADATA);
            labelsFrom = metadata.remove(LABELS_FROM);
        }
        ObjectNode merged = json.normalise(StrategicMerge.apply(base, patch, SPEC, copied::accept), SPEC);
        if (hooks != null) {
            addMissing(merged, HOOKS, hooks);
        }
        if (!labelsFrom.isNull()) {
            addMissing(merged.withObjectProperty(METADATA), LABELS_FROM, labelsFrom);
        }
        return merged;
    }

    private static void addMissing(ObjectNode owner, String field, JsonNode entries) {
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        if (owner.get(field) instanceof ObjectNode present) {
            target.setAll(present);
        }
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (!target.has(entry.getKey())) {
                target.set(entry.getKey(), entry.getValue());
            }
        }
        if (!target.isEmpty()) {
            owner.set(field, target);
        }
    }
}
