package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes decoded values: empty ones only where Go writes them. */
final class TypedEncoder {
    private static final Zeros ZEROS = Zeros.get();

    private final BiConsumer<JsonNode, JsonNode> copied;
    private final Function<ApiType, List<String>> order;

    TypedEncoder(BiConsumer<JsonNode, JsonNode> copied, Function<ApiType, List<String>> order) {
        this.copied = copied;
        this.order = order;
    }

    ObjectNode object(ObjectNode decoded, ApiType type) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        copied.accept(result, decoded);
        for (String name : order.apply(type)) {
            type.field(name)
                    .flatMap(field -> value(decoded.get(name), field, type))
                    .ifPresent(value -> result.set(name, value));
        }
        return result;
    }

    private Optional<JsonNode> value(@Nullable JsonNode value, ApiField field, ApiType owner) {
        String name = field.name();
        boolean written = ZEROS.isValue(owner.name(), name)
                || ZEROS.isNull(owner.name(), name)
                || (owner.required().contains(name) && !ZEROS.isOmitted(owner.name(), name));
        if (value == null && ZEROS.isNull(owner.name(), name)) {
            return Optional.of(NullNode.getInstance());
        }
        if (value == null) {
            return written ? Optional.of(zero(field)) : Optional.empty();
        }
        if (value instanceof ArrayNode list && field.isList()) {
            return list.isEmpty() && !written ? Optional.empty() : Optional.of(list(list, field));
        }
        if (value instanceof ObjectNode map && field.isMap()) {
            return map.isEmpty() && !written ? Optional.empty() : Optional.of(map(map, field));
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(
                    field.type().<JsonNode>map(type -> structure(object, type)).orElse(object));
        }
        boolean kept = written || ZEROS.isPointer(owner.name(), name) || !isZero(value);
        return kept ? Optional.of(value) : Optional.empty();
    }

    private JsonNode structure(ObjectNode object, ApiType type) {
        return type.fieldNames().isEmpty() ? object : object(object, type);
    }

    private ArrayNode list(ArrayNode list, ApiField field) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        copied.accept(result, list);
        list.forEach(item -> result.add(item(item, field)));
        return result;
    }

    private ObjectNode map(ObjectNode map, ApiField field) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        copied.accept(result, map);
        map.properties().forEach(entry -> result.set(entry.getKey(), item(entry.getValue(), field)));
        return result;
    }

    private JsonNode item(JsonNode item, ApiField field) {
        return item instanceof ObjectNode object
                ? field.type().map(type -> structure(object, type)).orElse(object)
                : item;
    }

    private JsonNode zero(ApiField field) {
        if (field.isList() || field.isMap()) {
            return NullNode.getInstance();
        }
        Optional<ApiType> type = field.type();
        if (type.isPresent() && !type.get().fieldNames().isEmpty()) {
            return object(JsonNodeFactory.instance.objectNode(), type.get());
        }
        JsonNode schema = type.map(ApiType::schema).orElse(field.schema());
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
