package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Decodes scalars: text, numbers, booleans, quantities, int-or-text. */
final class TypedScalars {
    private TypedScalars() {}

    static JsonNode decode(JsonNode json, JsonNode schema, Place path, BiConsumer<JsonNode, JsonNode> copied)
            throws TypeException {
        if (schema.path("format").asText().equals("quantity")) {
            return quantity(json, path, copied);
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return oneOf(json, type, schema, path, copied);
        }
        return switch (type.asText()) {
            case "string" -> {
                if (json.isNull()) {
                    yield TextNode.valueOf("");
                }
                require(json.isTextual(), json, "text", path);
                yield json;
            }
            case "boolean" -> {
                if (json.isNull()) {
                    yield JsonNodeFactory.instance.booleanNode(false);
                }
                require(json.isBoolean(), json, "true or false", path);
                yield json;
            }
            case "integer" -> integer(json, schema.path("format").asText(), path);
            default -> json;
        };
    }

    private static JsonNode oneOf(
            JsonNode json, JsonNode types, JsonNode schema, Place path, BiConsumer<JsonNode, JsonNode> copied)
            throws TypeException {
        if (json.isTextual() || json.isNull()) {
            return json;
        }
        for (JsonNode type : types) {
            switch (type.asText()) {
                case "integer" -> {
                    return integer(json, "int32", path);
                }
                case "number" -> {
                    if (json.isNumber()) {
                        return text(json, GoNumbers.text(json), copied);
                    }
                }
                case "boolean" -> {
                    if (json.isBoolean()) {
                        return text(json, json.asText(), copied);
                    }
                }
                default -> {}
            }
        }
        throw TypedJson.wrong(path, "one of " + schema.path("type"), json);
    }

    private static JsonNode integer(JsonNode json, String format, Place path) throws TypeException {
        if (json.isNull()) {
            return JsonNodeFactory.instance.numberNode(0L);
        }
        boolean fits =
                json.isIntegralNumber() && (format.equals("int32") ? json.canConvertToInt() : json.canConvertToLong());
        require(fits, json, "a whole number" + (format.equals("int32") ? " of 32 bits" : ""), path);
        return json;
    }

    private static JsonNode quantity(JsonNode json, Place path, BiConsumer<JsonNode, JsonNode> copied)
            throws TypeException {
        if (json.isNull()) {
            return text(json, "0", copied);
        }
        require(json.isTextual() || json.isNumber(), json, "a quantity", path);
        String text = json.isNumber() ? GoNumbers.text(json) : json.textValue();
        Optional<String> canonical = Quantities.canonical(text);
        if (canonical.isEmpty()) {
            throw TypedJson.wrong(path, "a quantity such as 500m, 2 or 1.5Gi", json);
        }
        return text(json, canonical.get(), copied);
    }

    private static JsonNode text(JsonNode json, String text, BiConsumer<JsonNode, JsonNode> copied) {
        if (json.isTextual() && json.textValue().equals(text)) {
            return json;
        }
        JsonNode result = new TextNode(text);
        copied.accept(result, json);
        return result;
    }

    private static void require(boolean fits, JsonNode json, String wanted, Place path) throws TypeException {
        if (!fits) {
            throw TypedJson.wrong(path, wanted, json);
        }
    }
}
