package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An immutable object of Argo's API. Two are equal if they are of one type and have the same content, whichever line
 * wrote it.
 *
 * @param <T> the type itself
 */
public abstract class ApiObject<T extends ApiObject<T>> {
    private final String typeName;
    private final Fields fields;

    /**
     * For generated classes.
     *
     * @param typeName the name of the type in the schema
     */
    protected ApiObject(String typeName, Fields fields) {
        this.typeName = typeName;
        this.fields = fields;
    }

    /** The name of the type in the schema: {@code Template}. */
    public final String typeName() {
        return typeName;
    }

    /** All fields that are set. */
    public final Fields fields() {
        return fields;
    }

    /** The content as a new JSON object, in the order in which fields were set. */
    public final ObjectNode toJson() {
        return Rendering.json(fields).deepCopy();
    }

    /** Sets a field that the class has no method for; the way around the schema for what it does not know yet. */
    public final T with(String field, Object value) {
        return set(field, value);
    }

    /** A new object of the type itself. */
    protected abstract T create(Fields newFields);

    protected final T set(String field, Object value) {
        return create(fields.set(field, value));
    }

    protected final T add(String field, Object item) {
        return create(fields.add(field, item));
    }

    protected final <V> Optional<V> optional(String field, Function<Slot, V> reader) {
        return fields.get(field).filter(slot -> !isNull(slot)).map(reader);
    }

    protected final <V> List<V> list(String field, Function<Slot, V> reader) {
        return fields.get(field)
                .filter(slot -> !isNull(slot))
                .map(slot -> items(slot, reader))
                .orElse(List.of());
    }

    protected static <V> List<V> items(Slot slot, Function<Slot, V> reader) {
        List<V> values = new ArrayList<>();
        Values.items(slot).forEach(item -> values.add(reader.apply(item)));
        return List.copyOf(values);
    }

    protected final <V> Map<String, V> map(String field, Function<Slot, V> reader) {
        Map<String, V> values = new LinkedHashMap<>();
        fields.get(field).filter(slot -> !isNull(slot)).ifPresent(slot -> {
            Fields entries = slot.content() instanceof Slot.Plain plain
                    ? plain.fields()
                    : Fields.fromJson((ObjectNode) Rendering.json(slot));
            entries.slots().forEach((key, value) -> values.put(key, reader.apply(value)));
        });
        return java.util.Collections.unmodifiableMap(values);
    }

    protected static <V extends ApiObject<V>> V object(Slot slot, Class<V> type, Function<ObjectNode, V> fromJson) {
        if (slot.content() instanceof Slot.Typed typed && type.isInstance(typed.object())) {
            return type.cast(typed.object());
        }
        return fromJson.apply((ObjectNode) Rendering.json(slot));
    }

    protected static <V> V convert(Slot slot, Class<V> type) {
        return Values.convert(slot, type);
    }

    private static boolean isNull(Slot slot) {
        return slot.content() instanceof Slot.Json json && json.json().isNull();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ApiObject<?> object
                && typeName.equals(object.typeName)
                && content().equals(object.content());
    }

    @Override
    public final int hashCode() {
        return content().hashCode();
    }

    private JsonNode content() {
        return Rendering.json(fields);
    }

    /** The content as JSON. */
    @Override
    public final String toString() {
        return typeName + content();
    }
}
