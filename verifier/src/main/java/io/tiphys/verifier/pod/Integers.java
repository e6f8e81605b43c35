package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/** Numbers that templates may write as text, since they may hold tags. */
final class Integers {
    private Integers() {}

    /** Makes a number of a field that is a text of digits, and leaves what still holds a tag. */
    static void fix(ObjectNode object, String field, Origins origins) {
        JsonNode value = object.get(field);
        if (value != null && value.isTextual()) {
            of(value).ifPresent(number -> {
                LongNode result = new LongNode(number);
                origins.copied(result, value);
                object.set(field, result);
            });
        }
    }

    /** The number, if the value is one or a text of digits. */
    static OptionalLong of(JsonNode value) {
        if (value.isIntegralNumber()) {
            return OptionalLong.of(value.longValue());
        }
        String text = value.asText().strip();
        boolean digits = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
