package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes at JSON pointers, in copies. */
final class Pointers {
    private Pointers() {}

    /** Replaces what is there; nothing happens where nothing is. */
    static void replace(JsonNode copy, JsonPointer pointer, JsonNode value) {
        JsonPointer parentPointer = pointer.head();
        if (parentPointer == null) {
            return;
        }
        JsonNode parent = copy.at(parentPointer);
        JsonPointer last = pointer.last();
        if (parent instanceof ObjectNode object && object.has(last.getMatchingProperty())) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
            array.set(last.getMatchingIndex(), value);
        }
    }
}
