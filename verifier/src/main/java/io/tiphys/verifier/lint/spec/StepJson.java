package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.Map;
import java.util.Optional;

/**
 * Steps as Argo decodes them: below a step, names match without regard to case, unknown ones are dropped, and what is no
 * text where one is wanted is empty, while everywhere else such things are refused.
 */
final class StepJson {
    private static final ApiType STEP = ApiSchema.get().argoType("WorkflowStep").orElseThrow();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StepJson() {}

    /** A spec with its steps decoded; itself where that changes nothing. */
    static JsonNode decoded(JsonNode spec) {
        boolean changes = false;
        for (JsonNode template : spec.path("templates")) {
            for (JsonNode group : template.path("steps")) {
                for (JsonNode step : group) {
                    changes |= changes(step);
                }
            }
        }
        if (!changes) {
            return spec;
        }
        ObjectNode copy = spec.deepCopy();
        for (JsonNode template : copy.path("templates")) {
            for (JsonNode group : template.path("steps")) {
                for (int i = 0; i < group.size(); i++) {
                    if (group instanceof ArrayNode list && changes(list.get(i))) {
                        list.set(i, step(list.get(i)));
                    }
                }
            }
        }
        return copy;
    }

    private static boolean changes(JsonNode step) {
        for (Map.Entry<String, JsonNode> entry : step.properties()) {
            Optional<ApiField> field = STEP.field(entry.getKey());
            if (field.isPresent() && changes(entry.getValue(), field.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean changes(JsonNode json, ApiField field) {
        Optional<ApiType> type = structure(field);
        if (type.isEmpty()) {
            return isAnyString(field) && json.isContainerNode();
        }
        if (field.isList() || field.isMap()) {
            for (JsonNode item : json) {
                if (changes(item, type.get())) {
                    return true;
                }
            }
            return false;
        }
        return changes(json, type.get());
    }

    private static boolean changes(JsonNode json, ApiType type) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<ApiField> field = type.field(entry.getKey());
            if (field.isEmpty() || changes(entry.getValue(), field.get())) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode step(JsonNode step) {
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> entry : step.properties()) {
            JsonNode value = entry.getValue();
            result.set(
                    entry.getKey(),
                    STEP.field(entry.getKey()).map(field -> value(value, field)).orElse(value));
        }
        return result;
    }

    private static JsonNode value(JsonNode json, ApiField field) {
        Optional<ApiType> type = structure(field);
        if (type.isEmpty()) {
            return isAnyString(field) && json.isContainerNode() ? TextNode.valueOf("") : json;
        }
        if (json instanceof ArrayNode list && field.isList()) {
            ArrayNode result = JSON.arrayNode();
            list.forEach(item -> result.add(object(item, type.get())));
            return result;
        }
        if (json instanceof ObjectNode map && field.isMap()) {
            ObjectNode result = JSON.objectNode();
            map.properties().forEach(entry -> result.set(entry.getKey(), object(entry.getValue(), type.get())));
            return result;
        }
        return object(json, type.get());
    }

    private static JsonNode object(JsonNode json, ApiType type) {
        if (!json.isObject()) {
            return json;
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            type.decodedField(entry.getKey())
                    .ifPresent(field -> result.set(field.name(), value(entry.getValue(), field)));
        }
        return result;
    }

    private static Optional<ApiType> structure(ApiField field) {
        return field.type().filter(found -> !found.fieldNames().isEmpty());
    }

    private static boolean isAnyString(ApiField field) {
        return !field.isList()
                && field.type().map(type -> type.name().equals("AnyString")).orElse(false);
    }
}
