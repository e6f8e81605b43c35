package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A value and where it stands. What is absent is a missing node, so that questions can be chained.
 *
 * @param at pointer into the document
 * @param json the value
 */
public record Node(JsonPointer at, JsonNode json) {

    /** A field. */
    public Node get(String field) {
        return new Node(at.appendProperty(field), json.path(field));
    }

    /** The text of a field, or empty where it is absent or no scalar. */
    public String text(String field) {
        return json.path(field).asText("");
    }

    /** Whether a field is there and not null. */
    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Whether a text or list is there and not empty. */
    public boolean hasContent(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? !value.asText().isEmpty() : value.isContainerNode() && !value.isEmpty();
    }

    /** The entries of a list; none if it is not one. */
    public List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                items.add(new Node(at.appendIndex(i), json.get(i)));
            }
        }
        return items;
    }

    /** The entries of a list field. */
    public List<Node> items(String field) {
        return get(field).items();
    }

    /** The fields of a mapping; none if it is not one. */
    public void fields(BiConsumer<String, Node> consumer) {
        if (json.isObject()) {
            json.properties()
                    .forEach(field -> consumer.accept(
                            field.getKey(), new Node(at.appendProperty(field.getKey()), field.getValue())));
        }
    }

    /** Every text in it, keys left out. */
    public void texts(BiConsumer<JsonPointer, String> consumer) {
        if (json.isTextual()) {
            consumer.accept(at, json.textValue());
        } else if (json.isObject()) {
            fields((name, value) -> value.texts(consumer));
        } else if (json.isArray()) {
            items().forEach(item -> item.texts(consumer));
        }
    }
}
