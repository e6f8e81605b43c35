package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The directives of strategic merge patch. */
final class Directives {
    static final String PATCH = "$patch";
    static final String REPLACE = "replace";
    static final String DELETE = "delete";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String SET_ELEMENT_ORDER = "$setElementOrder";
    static final String DELETE_FROM_PRIMITIVE_LIST = "$deleteFromPrimitiveList";

    private Directives() {}

    /** The field that {@code $directive/field} is about. */
    static String fieldOf(String key, JsonPointer path) throws MergeException {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new MergeException(path, "\"" + key + "\" must be followed by \"/\" and the name of a list");
        }
        int end = key.indexOf('/', slash + 1);
        return end < 0 ? key.substring(slash + 1) : key.substring(slash + 1, end);
    }

    /**
     * A value of the patch where the base has none: without null fields and without what holds {@code $patch}.
     *
     * @return nothing if the value itself holds {@code $patch}
     */
    static Optional<JsonNode> taken(JsonNode value, StrategicMerge.Listener listener) {
        if (value instanceof ObjectNode object) {
            if (object.has(PATCH)) {
                return Optional.empty();
            }
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            listener.copied(result, object);
            object.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    taken(field.getValue(), listener).ifPresent(taken -> result.set(field.getKey(), taken));
                }
            });
            return Optional.of(result);
        }
        return Optional.of(value instanceof ArrayNode array ? taken(array, listener) : value);
    }

    static ArrayNode taken(ArrayNode array, StrategicMerge.Listener listener) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        listener.copied(result, array);
        array.forEach(item -> taken(item, listener).ifPresent(result::add));
        return result;
    }
}
