package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A value and where it stands. What is absent is a missing node, so that questions can be chained. The pointer is only
 * made when somebody asks for it, for most values are right.
 */
public final class Node {
    private final @Nullable Node parent;
    private final String field;
    private final int index;
    private final JsonNode json;
    private @Nullable JsonPointer at;

    /**
     * A value that is known by its pointer.
     *
     * @param at pointer into the document
     * @param json the value
     */
    public Node(JsonPointer at, JsonNode json) {
        this(null, "", -1, json);
        this.at = at;
    }

    private Node(@Nullable Node parent, String field, int index, JsonNode json) {
        this.parent = parent;
        this.field = field;
        this.index = index;
        this.json = json;
    }

    /** The value; not to be changed. */
    public JsonNode json() {
        return json;
    }

    /** Pointer into the document. */
    public JsonPointer at() {
        JsonPointer known = at;
        if (known == null) {
            JsonPointer above = parent == null ? JsonPointer.empty() : parent.at();
            known = index < 0 ? above.appendProperty(field) : above.appendIndex(index);
            at = known;
        }
        return known;
    }

    /** A field. */
    public Node get(String name) {
        return new Node(this, name, -1, json.path(name));
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
                items.add(new Node(this, "", i, json.get(i)));
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
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                consumer.accept(entry.getKey(), new Node(this, entry.getKey(), -1, entry.getValue()));
            }
        }
    }

    /** Every text in it, keys left out. */
    public void texts(BiConsumer<Node, String> consumer) {
        if (json.isTextual()) {
            consumer.accept(this, json.textValue());
        } else if (json.isObject()) {
            fields((name, value) -> value.texts(consumer));
        } else if (json.isArray()) {
            items().forEach(item -> item.texts(consumer));
        }
    }
}
