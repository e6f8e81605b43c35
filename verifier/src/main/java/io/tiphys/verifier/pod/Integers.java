package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers that templates may write as text, since they may hold tags. */
final class Integers {
    private Integers() {}

    /** Makes a number of a field that is a text of digits, and leaves what still holds a tag. */
    static void fix(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        if (value != null && value.isTextual()) {
            String text = value.textValue().strip();
            if (!text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                object.set(field, LongNode.valueOf(Long.parseLong(text)));
            }
        }
    }
}
