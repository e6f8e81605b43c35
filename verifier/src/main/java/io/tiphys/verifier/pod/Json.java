package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Small words for building and asking JSON. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list(Collection<? extends JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(new ArrayList<JsonNode>(items));
    }

    static ArrayNode texts(List<String> texts) {
        return list(texts.stream().map(Json::text).toList());
    }

    static JsonNode text(String text) {
        return new TextNode(text);
    }

    static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        }
        return items;
    }

    static Optional<JsonNode> named(JsonNode list, String name) {
        return items(list).stream()
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst();
    }

    static String name(JsonNode object) {
        return object.path("name").asText("");
    }

    /** JSON as Go writes it: letters that mean something in HTML are escaped. */
    static String go(JsonNode value) {
        return value.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Whether Go would say that something was set: not absent, null, "", 0, false, [] or {}. */
    static boolean isSet(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case OBJECT, ARRAY -> !value.isEmpty();
            case STRING -> !value.textValue().isEmpty();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0;
            default -> true;
        };
    }

    static boolean isPresent(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    /** A shallow copy, whose parts are shared. */
    static ObjectNode copy(JsonNode object) {
        ObjectNode copy = object();
        object.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }

    /** The list under a name, made if it is not there. */
    static ArrayNode listIn(ObjectNode object, String field) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addAll(items(object.path(field)));
        object.set(field, list);
        return list;
    }
}
