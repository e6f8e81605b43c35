package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Steps as Argo decodes them: below a step, names match without regard to case and unknown ones are dropped, while
 * everywhere else they are refused.
 */
final class StepJson {
    private static final ApiType STEP =
            ApiSchema.get().argoType("WorkflowStep").orElseThrow();

    private StepJson() {}

    /** The step, or the same node where nothing changes. */
    static JsonNode decoded(JsonNode step) {
        if (!step.isObject()) {
            return step;
        }
        ObjectNode result = null;
        for (Map.Entry<String, JsonNode> entry : step.properties()) {
            JsonNode value = STEP.field(entry.getKey())
                    .map(field -> value(entry.getValue(), field))
                    .orElse(entry.getValue());
            if (value != entry.getValue()) {
                result = result == null ? ((ObjectNode) step).objectNode().setAll((ObjectNode) step) : result;
                result.set(entry.getKey(), value);
            }
        }
        return result == null ? step : result;
    }

    private static JsonNode value(JsonNode json, ApiField field) {
        Optional<ApiType> type = field.type().filter(found -> !found.fieldNames().isEmpty());
        if (type.isEmpty()) {
            return isAnyString(field) && json.isContainerNode() ? TextNode.valueOf("") : json;
        }
        if (json instanceof ArrayNode list && field.isList()) {
            ArrayNode result = list.arrayNode();
            boolean changed = false;
            for (JsonNode item : list) {
                JsonNode value = item.isObject() ? object((ObjectNode) item, type.get()) : item;
                changed |= value != item;
                result.add(value);
            }
            return changed ? result : json;
        }
        if (json instanceof ObjectNode map && field.isMap()) {
            ObjectNode result = map.objectNode();
            boolean changed = false;
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                JsonNode item = entry.getValue();
                JsonNode value = item.isObject() ? object((ObjectNode) item, type.get()) : item;
                changed |= value != item;
                result.set(entry.getKey(), value);
            }
            return changed ? result : json;
        }
        return json instanceof ObjectNode object ? object(object, type.get()) : json;
    }

    private static boolean isAnyString(ApiField field) {
        return !field.isList()
                && field.type().map(type -> type.name().equals("AnyString")).orElse(false);
    }

    private static JsonNode object(ObjectNode object, ApiType type) {
        ObjectNode result = object.objectNode();
        boolean changed = false;
        Iterator<Map.Entry<String, JsonNode>> entries = object.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            Optional<ApiField> field = field(type, entry.getKey());
            if (field.isEmpty()) {
                changed = true;
                continue;
            }
            JsonNode value = value(entry.getValue(), field.get());
            changed |= value != entry.getValue() || !field.get().name().equals(entry.getKey());
            result.set(field.get().name(), value);
        }
        return changed ? result : object;
    }

    private static Optional<ApiField> field(ApiType type, String name) {
        Optional<ApiField> exact = type.field(name);
        if (exact.isPresent()) {
            return exact;
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return type.fieldNames().stream()
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .flatMap(type::field);
    }
}
