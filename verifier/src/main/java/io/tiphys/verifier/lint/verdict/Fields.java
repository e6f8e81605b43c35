package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions to decoded JSON, in which null is as good as absent. */
final class Fields {
    private Fields() {}

    static boolean has(JsonNode object, String field) {
        return object.hasNonNull(field);
    }

    static String text(JsonNode object, String field) {
        return object.path(field).asText("");
    }

    /** The entries of a list; none if it is none. */
    static List<JsonNode> items(JsonNode object, String field) {
        return items(object.path(field));
    }

    static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        }
        return items;
    }

    /** Where each name of a list stands first. */
    static Map<String, Integer> indexes(JsonNode object, String field) {
        Map<String, Integer> indexes = new HashMap<>();
        int index = 0;
        for (JsonNode entry : items(object, field)) {
            indexes.putIfAbsent(text(entry, "name"), index++);
        }
        return indexes;
    }

    /** The value of a parameter, which may be written as any scalar; null is none. */
    static boolean hasValue(JsonNode parameter) {
        return has(parameter, "value");
    }
}
