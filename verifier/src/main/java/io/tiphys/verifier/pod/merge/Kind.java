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

    boolean isContainer() {
        return this == OBJECT || this == LIST;
    }

    /** Whether two scalars are the same; the width in which a number is kept does not count. */
    static boolean same(JsonNode left, JsonNode right) {
        Kind kind = of(left);
        if (kind != of(right)) {
            return false;
        }
        return switch (kind) {
            case INTEGER -> left.longValue() == right.longValue();
            case FRACTION -> left.doubleValue() == right.doubleValue();
            default -> left.equals(right);
        };
    }
}
