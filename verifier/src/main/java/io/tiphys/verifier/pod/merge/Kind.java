package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What sort of value a JSON node is to Go. */
enum Kind {
    OBJECT,
    LIST,
    TEXT,
    BOOLEAN,
    INTEGER,
    FRACTION,
    NULL;

    static Kind of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> LIST;
            case STRING, BINARY -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> node.isIntegralNumber() && node.canConvertToLong() ? INTEGER : FRACTION;
            case NULL, MISSING -> NULL;
        };
    }

    /** Its name in messages. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A scalar as an object that equals those of the same scalars; the width in which a number is kept does not count. */
    static Object value(JsonNode scalar) {
        return switch (of(scalar)) {
            case INTEGER -> scalar.longValue();
            case FRACTION -> scalar.doubleValue();
            case BOOLEAN -> scalar.booleanValue();
            case TEXT -> scalar.textValue();
            default -> scalar;
        };
    }
}
