package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiType;

/** Objects of Argo's kinds: nulls go, but in metadata, and the full CRDs set a few names and protocols. */
final class CustomDefaults {
    private CustomDefaults() {}

    static ObjectNode apply(ApiType kind, JsonNode json) {
        ObjectNode object = json.deepCopy();
        metadata(object.path("metadata"));
        prune(kind, object, 0);
        new Walk((type, value) -> Table.ofType("custom", type.name(), value)).object(kind, object);
        return object;
    }

    /** Metadata is decoded into Go's types: a null text is empty, a null map is absent. */
    private static void metadata(JsonNode metadata) {
        for (String field : new String[] {"labels", "annotations"}) {
            if (metadata.path(field) instanceof ObjectNode map) {
                map.properties().forEach(entry -> {
                    if (entry.getValue().isNull()) {
                        entry.setValue(JsonNodeFactory.instance.textNode(""));
                    }
                });
            }
        }
    }

    /** Nulls in fields that the CRDs know are dropped; inside values of any shape they stay. */
    private static void prune(ApiType type, ObjectNode object, int depth) {
        if (depth > 200) {
            return;
        }
        object.properties().removeIf(field -> field.getValue().isNull());
        for (String name : type.fieldNames()) {
            JsonNode value = object.path(name);
            type.field(name)
                    .flatMap(field -> field.type())
                    .filter(inner -> !inner.fieldNames().isEmpty())
                    .ifPresent(inner -> {
                        if (value instanceof ArrayNode list) {
                            list.forEach(item -> pruneIfObject(inner, item, depth));
                        } else if (value instanceof ObjectNode child
                                && type.field(name).orElseThrow().isMap()) {
                            child.forEach(item -> pruneIfObject(inner, item, depth));
                        } else {
                            pruneIfObject(inner, value, depth);
                        }
                    });
        }
    }

    private static void pruneIfObject(ApiType type, JsonNode value, int depth) {
        if (value instanceof ObjectNode object) {
            prune(type, object, depth + 1);
        }
    }
}
