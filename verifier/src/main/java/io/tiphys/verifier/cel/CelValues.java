package io.tiphys.verifier.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From JSON to the values of expressions; once per document. */
public final class CelValues {
    private static final double LARGEST_EXACT = 0x1p63;

    private CelValues() {}

    /** The value of a document. Null, missing nodes too, becomes CEL's null. */
    public static Object of(JsonNode node) {
        return plain(node);
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
