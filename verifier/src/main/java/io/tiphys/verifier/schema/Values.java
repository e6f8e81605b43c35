package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** Values in messages. */
final class Values {
    private static final int LONGEST = 60;

    private Values() {}

    /** A value with its type, cut where it is long: {@code the number 5}. */
    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "\"" + cut(value.asText()) + "\"";
            case NUMBER -> "the number " + value.asText();
            case BOOLEAN -> "the boolean " + value.asText();
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            default -> "null";
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
