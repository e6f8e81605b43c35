package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.value.ApiValue;
import io.tiphys.model.value.BadValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** A checked value of a field; messages name the field. */
    protected final <A> ApiValue make(String field, A value, Function<A, ? extends ApiValue> maker) {
        A given = Fields.given(field, value);
        return in(field, () -> maker.apply(given));
    }

    /** The same for a list, item by item. */
    protected final <A> List<ApiValue> makeAll(
            String field, Iterable<? extends A> values, Function<A, ? extends ApiValue> maker) {
        List<ApiValue> made = new ArrayList<>();
        for (A value : Fields.given(field, values)) {
            made.add(make(field, value, maker));
        }
        return made;
    }

    /** Items of a call with any number of them, as a list. */
    protected static <V> List<V> listOf(String field, V[] items) {
        return Arrays.asList(Fields.given(field, items));
    }

    /** The same for numbers. */
    protected static List<Double> listOf(String field, double[] items) {
        return Arrays.stream(Fields.given(field, items)).boxed().toList();
    }

    protected final <V> Optional<V> optional(String field, Function<Slot, V> reader) {
        return fields.get(field).filter(slot -> !isNull(slot)).map(slot -> in(field, () -> reader.apply(slot)));
    }

    protected final <V> List<V> list(String field, Function<Slot, V> reader) {
        return fields.get(field)
                .filter(slot -> !isNull(slot))
                .map(slot -> in(field, () -> items(slot, reader)))
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
                    : in(field, () -> Fields.fromJson(Values.object(slot)));
            entries.slots().forEach((key, value) -> values.put(key, in(field + "." + key, () -> reader.apply(value))));
        });
        return java.util.Collections.unmodifiableMap(values);
    }

    protected static <V extends ApiObject<V>> V object(Slot slot, Class<V> type, Function<ObjectNode, V> fromJson) {
        if (slot.content() instanceof Slot.Typed typed && type.isInstance(typed.object())) {
            return type.cast(typed.object());
        }
        return fromJson.apply(Values.object(slot));
    }

    protected static <V extends ApiValue> V value(Slot slot, Function<JsonNode, V> fromJson) {
        return fromJson.apply(Rendering.json(slot));
    }

    private <V> V in(String field, Supplier<V> work) {
        try {
            return work.get();
        } catch (BadValueException e) {
            throw e.in(typeName + "." + field);
        }
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
