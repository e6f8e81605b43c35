package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What Go's decoder makes of null: a field that is not there, or the zero value of an item of a list or map. */
public final class Nulls {
    private static final Set<String> TEXTS = Set.of(
            "annotations", "binaryData", "data", "labels", "matchLabels", "nodeSelector", "parameters", "stringData");
    private static final Set<String> QUANTITIES = Set.of(
            "capacity",
            "default",
            "defaultRequest",
            "hard",
            "limits",
            "max",
            "maxLimitRequestRatio",
            "min",
            "overhead",
            "requests");

    private Nulls() {}

    /** The value as decoded: without null anywhere; itself where it has none. An item of a list becomes an empty object, which reads as empty text too. */
    public static JsonNode decoded(JsonNode value) {
        return has(value) ? without(value, "", true) : value;
    }

    /** The value without fields that are null, which the API server too takes for fields that are not there; items of lists stay. */
    public static JsonNode withoutFields(JsonNode value) {
        return has(value) ? without(value, "", false) : value;
    }

    private static boolean has(JsonNode node) {
        for (JsonNode child : node) {
            if (child.isNull() || (child.isContainerNode() && has(child))) {
                return true;
            }
        }
        return false;
    }

    /** Some selectors are maps of labels. */
    private static boolean isPlainSelector(String name, String field) {
        return name.equals("selector") && !field.equals("matchLabels") && !field.equals("matchExpressions");
    }

    private static JsonNode without(JsonNode node, String name, boolean zeros) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    copy.set(field.getKey(), without(field.getValue(), field.getKey(), zeros));
                } else if (zeros && (TEXTS.contains(name) || isPlainSelector(name, field.getKey()))) {
                    copy.put(field.getKey(), "");
                } else if (zeros && QUANTITIES.contains(name)) {
                    copy.put(field.getKey(), "0");
                }
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(item.isNull() && zeros ? copy.objectNode() : without(item, "", zeros)));
            return copy;
        }
        return node;
    }
}
