package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JSON into a type as Go's {@code encoding/json} does, and gives back what it would encode.
 *
 * <p>Names match without regard to case, in byte order one over the other; unknown ones are dropped. What is decoded over
 * an older value keeps of it what it does not set: fields of objects, entries of maps, and fields of list items at the
 * same index. Immutable; nodes that need no change are shared with the input.
 */
public final class TypedJson {
    private static final int MAX_DEPTH = 200;

    private final BiConsumer<JsonNode, JsonNode> copied;
    private final boolean tags;

    /**
     * A decoder.
     *
     * @param copied told of every node made from another: the new one, then its source
     */
    public TypedJson(BiConsumer<JsonNode, JsonNode> copied) {
        this(copied, false);
    }

    private TypedJson(BiConsumer<JsonNode, JsonNode> copied, boolean tags) {
        this.copied = copied;
        this.tags = tags;
    }

    /** The same, but a text with a tag in braces, whose value is not known yet, may stand for any value. */
    public TypedJson withTags() {
        return new TypedJson(copied, true);
    }

    /** A decoder that tells nobody. */
    public TypedJson() {
        this((result, source) -> {});
    }

    /** What encoding gives after decoding an object of the type. */
    public ObjectNode normalise(JsonNode json, ApiType type) throws TypeException {
        return normalise(json, type, JsonNodeFactory.instance.objectNode());
    }

    /** What encoding gives after decoding over an older value. */
    public ObjectNode normalise(JsonNode json, ApiType type, ObjectNode old) throws TypeException {
        JsonNode decoded = object(json, type, old, Place.ROOT, 0);
        return new TypedEncoder(copied, false).object((ObjectNode) decoded, type);
    }

    /** The same as the text that Go writes: compact, with the fields in the order of its types. */
    public String text(JsonNode json, ApiType type) throws TypeException {
        JsonNode decoded = object(json, type, null, Place.ROOT, 0);
        return new TypedEncoder(copied, true).object((ObjectNode) decoded, type).toString();
    }

    private JsonNode object(JsonNode json, ApiType type, @Nullable JsonNode old, Place path, int depth)
            throws TypeException {
        if (depth > MAX_DEPTH) {
            throw new TypeException(path.pointer(), "it is nested more than " + MAX_DEPTH + " deep");
        }
        if (json.isNull()) {
            return old == null ? JsonNodeFactory.instance.objectNode() : old;
        }
        if (!json.isObject()) {
            throw wrong(path, "an object", json);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (old != null && old.isObject()) {
            result.setAll((ObjectNode) old);
        }
        copied.accept(result, json);
        TypeShape shape = TypeShape.of(type);
        for (Map.Entry<String, JsonNode> entry : sorted(json)) {
            TypeShape.Field field = shape.find(entry.getKey());
            if (field == null) {
                continue;
            }
            String name = field.name();
            if (entry.getValue().isNull()) {
                if (!field.plain()) {
                    result.remove(name);
                }
                continue;
            }
            Place at = path.field(entry.getKey());
            result.set(name, value(entry.getValue(), field, result.get(name), at, depth + 1));
        }
        return result;
    }

    private JsonNode value(JsonNode json, TypeShape.Field field, @Nullable JsonNode old, Place path, int depth)
            throws TypeException {
        if (isTag(json)) {
            return json;
        }
        if (field.field().isList()) {
            return list(json, field, old, path, depth);
        }
        if (field.field().isMap()) {
            return map(json, field, old, path, depth);
        }
        return single(json, field, old, path, depth);
    }

    private JsonNode single(JsonNode json, TypeShape.Field field, @Nullable JsonNode old, Place path, int depth)
            throws TypeException {
        if (isTag(json)) {
            return json;
        }
        return field.structure().isPresent()
                ? object(json, field.structure().get(), old, path, depth)
                : TypedScalars.decode(json, field.scalar(), path, copied);
    }

    private boolean isTag(JsonNode json) {
        return tags && json.isTextual() && json.textValue().contains("{{");
    }

    private JsonNode list(JsonNode json, TypeShape.Field field, @Nullable JsonNode old, Place path, int depth)
            throws TypeException {
        if (!json.isArray()) {
            throw wrong(path, "a list", json);
        }
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        copied.accept(result, json);
        for (int i = 0; i < json.size(); i++) {
            JsonNode before = old == null ? null : old.get(i);
            JsonNode item = json.get(i);
            Place at = path.item(i);
            result.add(
                    item.isNull() && before != null && !before.isContainerNode()
                            ? before
                            : single(item, field, before, at, depth + 1));
        }
        return result;
    }

    private JsonNode map(JsonNode json, TypeShape.Field field, @Nullable JsonNode old, Place path, int depth)
            throws TypeException {
        if (!json.isObject()) {
            throw wrong(path, "an object", json);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (old != null && old.isObject()) {
            result.setAll((ObjectNode) old);
        }
        copied.accept(result, json);
        for (Map.Entry<String, JsonNode> entry : sorted(json)) {
            Place at = path.field(entry.getKey());
            result.set(entry.getKey(), single(entry.getValue(), field, null, at, depth + 1));
        }
        return result;
    }

    private static List<Map.Entry<String, JsonNode>> sorted(JsonNode object) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted;
    }

    static TypeException wrong(Place path, String wanted, JsonNode found) {
        String text = found.toString();
        String shown = text.length() > 80 ? text.substring(0, 77) + "..." : text;
        return new TypeException(path.pointer(), "it must be " + wanted + ", but is " + shown);
    }
}
