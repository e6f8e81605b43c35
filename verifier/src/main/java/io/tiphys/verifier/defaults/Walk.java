package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Visits every object in a value with its type, the outer ones first. */
final class Walk {
    private static final int MAX_DEPTH = 200;

    /** The fields of a type that hold objects. */
    private static final Map<ApiType, List<Inner>> INNER = new ConcurrentHashMap<>();

    private final BiConsumer<ApiType, ObjectNode> visitor;

    private record Inner(ApiField field, ApiType type) {}

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
        for (Inner inner : INNER.computeIfAbsent(type, Walk::inner)) {
            JsonNode value = object.path(inner.field().name());
            if (!value.isContainerNode()) {
                continue;
            }
            if (inner.field().isList() || inner.field().isMap()) {
                value.forEach(item -> ifObject(inner.type(), item, depth));
            } else {
                ifObject(inner.type(), value, depth);
            }
        }
    }

    private static List<Inner> inner(ApiType type) {
        List<Inner> inner = new ArrayList<>();
        for (String name : type.fieldNames()) {
            type.field(name).ifPresent(field -> field.type()
                    .filter(found -> !found.fieldNames().isEmpty())
                    .ifPresent(found -> inner.add(new Inner(field, found))));
        }
        return List.copyOf(inner);
    }

    private void ifObject(ApiType type, JsonNode value, int depth) {
        if (value instanceof ObjectNode object) {
            object(type, object, depth + 1);
        }
    }
}
