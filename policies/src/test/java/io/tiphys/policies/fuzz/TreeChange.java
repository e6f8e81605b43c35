package io.tiphys.policies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One change of an object, which keeps it an object.
 *
 * @param kind what is done
 * @param place which of its fields and items, counted through all levels
 * @param value what takes its place
 * @param other which of its fields and items comes along
 */
record TreeChange(Kind kind, int place, JsonNode value, int other) {
    /** Copies; several changes multiply. */
    private static final int MOST = 40;

    enum Kind {
        DELETE,
        REPLACE,
        COPY,
        RENAME,
        WRAP,
        REPEAT
    }

    /** A field or item, and what holds it. */
    private record Slot(JsonNode holder, String field, int index) {
        JsonNode value() {
            return holder instanceof ArrayNode list ? list.get(index) : holder.path(field);
        }

        void set(JsonNode value) {
            if (holder instanceof ArrayNode list) {
                list.set(index, value);
            } else {
                ((ObjectNode) holder).set(field, value);
            }
        }

        void remove() {
            if (holder instanceof ArrayNode list) {
                list.remove(index);
            } else {
                ((ObjectNode) holder).remove(field);
            }
        }
    }

    void apply(ObjectNode object) {
        List<Slot> slots = new ArrayList<>();
        collect(object, slots);
        if (slots.isEmpty()) {
            return;
        }
        Slot slot = slots.get(place % slots.size());
        JsonNode content = slot.value();
        switch (kind) {
            case DELETE -> slot.remove();
            case REPLACE -> slot.set(value);
            case COPY -> slot.set(slots.get(other % slots.size()).value().deepCopy());
            case RENAME -> {
                if (slot.holder() instanceof ObjectNode holder) {
                    holder.remove(slot.field());
                    holder.set(value.asText("x"), content);
                }
            }
            case WRAP -> slot.set(object.arrayNode().add(content));
            case REPEAT -> {
                ArrayNode many = object.arrayNode();
                for (int i = 0; i < 1 + other % MOST; i++) {
                    many.add(content instanceof ArrayNode list && !list.isEmpty() ? list.get(0) : content);
                }
                slot.set(many);
            }
        }
    }

    private static void collect(JsonNode node, List<Slot> slots) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                slots.add(new Slot(list, "", i));
                collect(list.get(i), slots);
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                slots.add(new Slot(node, field.getKey(), -1));
                collect(field.getValue(), slots);
            }
        }
    }
}
