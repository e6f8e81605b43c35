package io.tiphys.verifier.cel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.HashMap;
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
        return plain(node);
    }

    /**
     * The same, with an eye on some of its nodes.
     *
     * @param watched pointers of the nodes to watch
     * @param reads receives the pointers of watched nodes whose value an evaluation looked at
     */
    public static Object watching(JsonNode node, Set<JsonPointer> watched, Set<JsonPointer> reads) {
        Map<JsonPointer, JsonPointer> rests = new HashMap<>();
        watched.forEach(pointer -> rests.put(pointer, pointer));
        return watching(node, rests, reads);
    }

    /** The rests of the pointers from here on, each with the whole pointer; where there are none, nothing is watched. */
    private static Object watching(JsonNode node, Map<JsonPointer, JsonPointer> rests, Set<JsonPointer> reads) {
        if (rests.isEmpty()) {
            return plain(node);
        }
        Object value =
                switch (node.getNodeType()) {
                    case OBJECT -> {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        node.properties()
                                .forEach(field -> fields.put(
                                        field.getKey(),
                                        watching(field.getValue(), below(rests, field.getKey()), reads)));
                        yield new CelMap(fields);
                    }
                    case ARRAY -> {
                        List<Object> items = new ArrayList<>(node.size());
                        for (int i = 0; i < node.size(); i++) {
                            items.add(watching(node.get(i), below(rests, String.valueOf(i)), reads));
                        }
                        yield new CelList(items);
                    }
                    default -> plain(node);
                };
        JsonPointer here = rests.get(JsonPointer.empty());
        return here == null ? value : new Watched(value, here, reads);
    }

    private static Map<JsonPointer, JsonPointer> below(Map<JsonPointer, JsonPointer> rests, String segment) {
        Map<JsonPointer, JsonPointer> inner = Map.of();
        for (Map.Entry<JsonPointer, JsonPointer> rest : rests.entrySet()) {
            if (segment.equals(rest.getKey().getMatchingProperty())) {
                inner = inner.isEmpty() ? new HashMap<>() : inner;
                inner.put(rest.getKey().tail(), rest.getValue());
            }
        }
        return inner;
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
                yield new CelMap(fields);
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>(node.size());
                node.forEach(item -> items.add(plain(item)));
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
