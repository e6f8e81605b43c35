package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scalars in which two trees differ. */
final class Differences {
    private Differences() {}

    /** The places of scalars of the first tree that the other one lacks or has otherwise, in order. */
    static List<JsonPointer> of(JsonNode one, JsonNode other) {
        List<JsonPointer> found = new ArrayList<>();
        collect(one, other, JsonPointer.empty(), found);
        return found;
    }

    private static void collect(JsonNode one, JsonNode other, JsonPointer at, List<JsonPointer> found) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject()) {
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                collect(field.getValue(), other.path(field.getKey()), at.appendProperty(field.getKey()), found);
            }
        } else if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                collect(one.get(i), other.path(i), at.appendIndex(i), found);
            }
        } else {
            found.add(at);
        }
    }
}
