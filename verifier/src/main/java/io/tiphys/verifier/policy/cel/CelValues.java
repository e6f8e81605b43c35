package io.tiphys.verifier.policy.cel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From JSON to the values of expressions; once per document. */
public final class CelValues {
    private static final double LARGEST_EXACT = 0x1p63;

    private CelValues() {}

    /** The value of a document. Null, missing nodes too, becomes CEL's null. */
    public static Object of(JsonNode node) {
        return convert(node, JsonPointer.empty(), Set.of(), Set.of());
    }

    /**
     * The same, with an eye on some of its nodes.
     *
     * @param watched pointers of the nodes to watch
     * @param reads receives the pointers of watched nodes whose value an evaluation looked at
     */
    public static Object watching(JsonNode node, Set<JsonPointer> watched, Set<JsonPointer> reads) {
        return convert(node, JsonPointer.empty(), watched, reads);
    }

    private static Object convert(JsonNode node, JsonPointer at, Set<JsonPointer> watched, Set<JsonPointer> reads) {
        Object value = plain(node, at, watched, reads);
        return !watched.isEmpty() && watched.contains(at) ? new Watched(value, at, reads) : value;
    }

    private static Object plain(JsonNode node, JsonPointer at, Set<JsonPointer> watched, Set<JsonPointer> reads) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> {
                    JsonPointer inner = watched.isEmpty() ? at : at.appendProperty(field.getKey());
                    fields.put(field.getKey(), convert(field.getValue(), inner, watched, reads));
                });
                yield new CelMap(fields);
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>(node.size());
                for (int i = 0; i < node.size(); i++) {
                    items.add(convert(node.get(i), watched.isEmpty() ? at : at.appendIndex(i), watched, reads));
                }
                yield new CelList(items);
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case STRING -> node.textValue();
            default -> NullValue.NULL_VALUE;
        };
    }

    /** Whole numbers are integers, also if written {@code 2.0}, as the API server decodes JSON. */
    private static Object number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        double value = node.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return whole && !node.isIntegralNumber() ? (Object) (long) value : (Object) value;
    }
}
