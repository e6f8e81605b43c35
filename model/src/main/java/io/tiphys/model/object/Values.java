package io.tiphys.model.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.finding.JavaLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From Java values to slots and back. */
final class Values {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private Values() {}

    /**
     * Content for a value: text, number, boolean, JSON, typed object, fields, list, map, an object of fabric8's model,
     * or anything else by its {@code toString} (a reference, written as {@code {{…}}}).
     */
    static Slot.Content content(Object value) {
        if (value instanceof Slot.Content content) {
            return content;
        } else if (value instanceof JsonNode json) {
            return new Slot.Json(Json.canonical(json));
        } else if (value instanceof ApiObject<?> object) {
            return new Slot.Typed(object);
        } else if (value instanceof Fields fields) {
            return new Slot.Plain(fields);
        } else if (value instanceof List<?> list) {
            Optional<JavaLine> origin = Origin.caller();
            List<Slot> slots = new ArrayList<>();
            list.forEach(item -> slots.add(slot(item, origin)));
            return new Slot.Items(slots);
        } else if (value instanceof Map<?, ?> map) {
            return new Slot.Plain(Fields.of(map, Origin.caller()));
        } else if (value instanceof Boolean bool) {
            return new Slot.Json(BooleanNode.valueOf(bool));
        } else if (value instanceof Number) {
            return new Slot.Json(Json.canonical(MAPPER.valueToTree(value)));
        } else if (value.getClass().getName().startsWith("io.fabric8.")) {
            return new Slot.Json(Json.canonical(MAPPER.valueToTree(value)));
        }
        return new Slot.Json(TextNode.valueOf(String.valueOf(value)));
    }

    /** A slot of a line that is known; what is a slot already keeps its own. */
    static Slot slot(Object value, Optional<JavaLine> origin) {
        return value instanceof Slot slot ? slot : new Slot(content(value), origin);
    }

    /** The items of a list slot. */
    static List<Slot> items(Slot slot) {
        if (slot.content() instanceof Slot.Items items) {
            return items.slots();
        }
        List<Slot> slots = new ArrayList<>();
        Rendering.json(slot).forEach(item -> slots.add(new Slot(new Slot.Json(item), Optional.empty())));
        return slots;
    }

    /** A value of a type that Jackson can read. */
    static <T> T convert(Slot slot, Class<T> type) {
        JsonNode json = Rendering.json(slot);
        try {
            return type == JsonNode.class ? type.cast(json) : MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json + " is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
