package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.finding.JavaLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Named slots in the order in which they were set. Immutable. */
public final class Fields {

    /** No field. */
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, Slot> slots;

    private Fields(Map<String, Slot> slots) {
        this.slots = Collections.unmodifiableMap(slots);
    }

    /** The fields of a JSON object, without origin. */
    public static Fields fromJson(ObjectNode json) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            slots.put(field.getKey(), new Slot(new Slot.Json(Json.canonical(field.getValue())), Optional.empty()));
        }
        return new Fields(slots);
    }

    /** A map's entries, all of one line; in its own order if it has one, else sorted, so that no hash decides. */
    static Fields of(Map<?, ?> values, Optional<JavaLine> origin) {
        boolean ordered = values instanceof LinkedHashMap || values instanceof SortedMap;
        Map<String, Slot> slots = ordered ? new LinkedHashMap<>() : new TreeMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String key = String.valueOf(NullItemException.check("a key of the map", entry.getKey()));
            slots.put(key, Values.slot(NullItemException.check("the value of " + key, entry.getValue()), origin));
        }
        return new Fields(slots);
    }

    /** All slots. */
    public Map<String, Slot> slots() {
        return slots;
    }

    /** A field's slot. */
    public Optional<Slot> get(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /**
     * Sets a field; the line is the author's that calls.
     *
     * @throws NullPointerException that names the field, if there is no value
     */
    public Fields set(String name, Object value) {
        return put(name, slot(name, value));
    }

    private static Slot slot(String name, Object value) {
        try {
            return Slot.of(given(name, value));
        } catch (NullItemException e) {
            throw e.in(name);
        }
    }

    /** Sets a field to a slot that is there already. */
    public Fields put(String name, Slot slot) {
        Map<String, Slot> copy = new LinkedHashMap<>(slots);
        copy.put(given("the name of a field", name), slot);
        return new Fields(copy);
    }

    /** Adds an item to a list field. */
    public Fields add(String name, Object item) {
        List<Slot> items = new ArrayList<>();
        Slot before = slots.get(name);
        if (before != null) {
            items.addAll(Values.items(before));
        }
        Slot added = slot(name, item);
        items.add(added);
        return put(name, new Slot(new Slot.Items(items), before == null ? added.origin() : before.origin()));
    }

    /** The value, which an author may have left out: a field of a class that is read before it is set is null. */
    public static <T> T given(String name, @Nullable T value) {
        return Objects.requireNonNull(value, () -> name + ": a value is null; was a field read before it was set?");
    }

    /** Sets a field that no author wrote, such as {@code kind}. */
    public Fields constant(String name, String value) {
        return put(name, new Slot(new Slot.Json(TextNode.valueOf(value)), Optional.empty()));
    }
}
