package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes decoded values: empty ones only where Go writes them. */
final class TypedEncoder {
    private final BiConsumer<JsonNode, JsonNode> copied;
    private final boolean asGo;

    /** @param asGo whether fields stand in the order of Go's types, not in that of the schema */
    TypedEncoder(BiConsumer<JsonNode, JsonNode> copied, boolean asGo) {
        this.copied = copied;
        this.asGo = asGo;
    }

    ObjectNode object(ObjectNode decoded, ApiType type) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        copied.accept(result, decoded);
        TypeShape shape = TypeShape.of(type);
        if (asGo) {
            for (String name : FieldOrder.of(type)) {
                TypeShape.Field field = shape.exact(name);
                if (field != null) {
                    set(result, field, decoded);
                }
            }
        } else {
            for (TypeShape.Field field : shape.fields()) {
                set(result, field, decoded);
            }
        }
        return result;
    }

    private void set(ObjectNode result, TypeShape.Field field, ObjectNode decoded) {
        JsonNode found = decoded.get(field.name());
        if (found != null || field.written()) {
            JsonNode value = value(found, field);
            if (value != null) {
                result.set(field.name(), value);
            }
        }
    }

    private @Nullable JsonNode value(@Nullable JsonNode value, TypeShape.Field shape) {
        if (value == null) {
            return shape.isNull() ? NullNode.getInstance() : zero(shape);
        }
        ApiField field = shape.field();
        if (value instanceof ArrayNode list && field.isList()) {
            return list.isEmpty() && !shape.written() ? null : list(list, shape);
        }
        if (value instanceof ObjectNode map && field.isMap()) {
            return map.isEmpty() && !shape.written() ? null : map(map, shape);
        }
        if (value instanceof ObjectNode object) {
            return structure(object, shape);
        }
        return shape.written() || shape.pointer() || !isZero(value) ? value : null;
    }

    private JsonNode structure(ObjectNode object, TypeShape.Field field) {
        return field.structure().isPresent() ? object(object, field.structure().get()) : object;
    }

    private ArrayNode list(ArrayNode list, TypeShape.Field field) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        copied.accept(result, list);
        list.forEach(item -> result.add(item(item, field)));
        return result;
    }

    private ObjectNode map(ObjectNode map, TypeShape.Field field) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        copied.accept(result, map);
        map.properties().forEach(entry -> result.set(entry.getKey(), item(entry.getValue(), field)));
        return result;
    }

    private JsonNode item(JsonNode item, TypeShape.Field field) {
        return item instanceof ObjectNode object ? structure(object, field) : item;
    }

    private JsonNode zero(TypeShape.Field shape) {
        if (shape.field().isList() || shape.field().isMap()) {
            return NullNode.getInstance();
        }
        if (shape.structure().isPresent()) {
            return object(
                    JsonNodeFactory.instance.objectNode(), shape.structure().get());
        }
        JsonNode schema = shape.scalar();
        return switch (schema.path("format").asText()) {
            case "quantity" -> TextNode.valueOf("0");
            case "int-or-string" -> JsonNodeFactory.instance.numberNode(0L);
            default ->
                switch (schema.path("type").asText()) {
                    case "integer" -> JsonNodeFactory.instance.numberNode(0L);
                    case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
                    default -> TextNode.valueOf("");
                };
        };
    }

    private static boolean isZero(JsonNode value) {
        return (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.doubleValue() == 0)
                || value.isNull();
    }
}
