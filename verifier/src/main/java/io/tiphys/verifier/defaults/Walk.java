package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Visits every object in a value with its type, the outer ones first. */
final class Walk {
    private static final int MAX_DEPTH = 200;

    private final BiConsumer<ApiType, ObjectNode> visitor;

    Walk(BiConsumer<ApiType, ObjectNode> visitor) {
        this.visitor = visitor;
    }

    void object(ApiType type, ObjectNode object) {
        object(type, object, 0);
    }

    private void object(ApiType type, ObjectNode object, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        visitor.accept(type, object);
        for (String name : type.fieldNames()) {
            JsonNode value = object.path(name);
            Optional<ApiField> field = type.field(name);
            Optional<ApiType> inner = field.flatMap(ApiField::type);
            if (inner.isEmpty() || inner.get().fieldNames().isEmpty() || !value.isContainerNode()) {
                continue;
            }
            if (field.get().isList() || field.get().isMap()) {
                value.forEach(item -> ifObject(inner.get(), item, depth));
            } else {
                ifObject(inner.get(), value, depth);
            }
        }
    }

    private void ifObject(ApiType type, JsonNode value, int depth) {
        if (value instanceof ObjectNode object) {
            object(type, object, depth + 1);
        }
    }
}
