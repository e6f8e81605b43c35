package io.tiphys.model.object;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.value.ApiValue;
import io.tiphys.model.value.BadValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** From Java values to slots and back. */
final class Values {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(Quantity.class, CheckedQuantity.class);

    private Values() {}

    /**
     * Content for a value: text, number, boolean, JSON, checked value, typed object, fields, list, map, an object of
     * fabric8's model, or anything else by its {@code toString} (a reference, written as {@code {{…}}}).
     */
    private static Slot.Content content(Object value, Optional<JavaLine> origin) {
        if (value instanceof Slot.Content content) {
            return content;
        } else if (value instanceof JsonNode json) {
            return new Slot.Json(Json.canonical(json));
        } else if (value instanceof ApiObject<?> object) {
            return new Slot.Typed(object);
        } else if (value instanceof Fields fields) {
            return new Slot.Plain(fields);
        } else if (value instanceof ApiValue checked) {
            return new Slot.Json(Json.canonical(checked.json()));
        } else if (value instanceof Collection<?> collection) {
            return new Slot.Items(slots(ordered(collection), origin));
        } else if (value instanceof Object[] array) {
            return new Slot.Items(slots(Arrays.asList(array), origin));
        } else if (value instanceof Map<?, ?> map) {
            return new Slot.Plain(Fields.of(map, origin));
        } else if (value instanceof Boolean bool) {
            return new Slot.Json(BooleanNode.valueOf(bool));
        } else if (value instanceof Number) {
            return new Slot.Json(Json.canonical(MAPPER.valueToTree(value)));
        } else if (value.getClass().getName().startsWith("io.fabric8.")) {
            return new Slot.Json(kubernetes(value));
        }
        return new Slot.Json(TextNode.valueOf(String.valueOf(value)));
    }

    /** A set that has no order of its own is sorted, so that no hash decides. */
    private static Collection<?> ordered(Collection<?> items) {
        boolean ordered = !(items instanceof Set) || items instanceof LinkedHashSet || items instanceof SortedSet;
        return ordered
                ? items
                : items.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }

    private static List<Slot> slots(Collection<?> items, Optional<JavaLine> origin) {
        List<Slot> slots = new ArrayList<>(items.size());
        for (Object item : items) {
            slots.add(slot(NullItemException.check("an item of the list", item), origin));
        }
        return slots;
    }

    /**
     * The JSON of an object of fabric8's model: no nulls, maps sorted by key.
     *
     * @throws BadValueException if it holds a quantity that is none
     */
    static JsonNode kubernetes(Object value) {
        try {
            return Json.canonical(MAPPER.valueToTree(value));
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException wrapped
                    && wrapped.getCause() instanceof BadValueException bad) {
                throw bad.in(wrapped.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                        .collect(Collectors.joining(".")));
            }
            throw e;
        }
    }

    /** The fields of a slot that holds an object. */
    static ObjectNode object(Slot slot) {
        if (Rendering.json(slot) instanceof ObjectNode object) {
            return object;
        }
        throw new BadValueException(
                Rendering.json(slot) + " is no object with fields; allowed: name: value, one a line");
    }

    /** A slot of a line that is known; what is a slot already keeps its own. */
    static Slot slot(Object value, Optional<JavaLine> origin) {
        return value instanceof Slot slot ? slot : new Slot(content(value, origin), origin);
    }

    /** The items of a list slot. */
    static List<Slot> items(Slot slot) {
        if (slot.content() instanceof Slot.Items items) {
            return items.slots();
        }
        JsonNode json = Rendering.json(slot);
        if (!json.isArray() && !json.isNull()) {
            throw new BadValueException(json + " is no list; allowed: a list, each item behind a dash");
        }
        List<Slot> slots = new ArrayList<>();
        json.forEach(item -> slots.add(new Slot(new Slot.Json(item), Optional.empty())));
        return slots;
    }

    /** A value of a type that Jackson can read. */
    static <T> T convert(Slot slot, Class<T> type) {
        JsonNode json = Rendering.json(slot);
        try {
            return type == JsonNode.class ? type.cast(json) : MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new BadValueException(json + " is no " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }
}
