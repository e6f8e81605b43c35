package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entries of a list differ in the named fields, as {@code x-kubernetes-list-map-keys} asks; the detail names them. */
final class ListMapKeyword implements Keyword {
    static final String NAME = "x-list-map-keys";

    private final String type;
    private final JsonNode rule;
    private final List<String> keys = new ArrayList<>();

    ListMapKeyword(String type, JsonNode rule) {
        this.type = type;
        this.rule = rule;
        rule.forEach(key -> keys.add(key.asText()));
    }

    /** A part of the key; the API server sets the default of a protocol before it compares. */
    private static JsonNode part(JsonNode item, String key) {
        JsonNode value = item.path(key);
        return value.isMissingNode() && key.equals("protocol") ? TextNode.valueOf("TCP") : value;
    }

    private String shown(List<JsonNode> key) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            if (!key.get(i).isMissingNode()) {
                parts.add(keys.get(i) + " " + key.get(i).asText());
            }
        }
        return String.join(" and ", parts);
    }

    @Override
    public void check(JsonNode value, ValuePath at, List<Violation> found) {
        Set<List<JsonNode>> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.path(i);
            List<JsonNode> key = keys.stream().map(name -> part(item, name)).toList();
            if (item.isObject() && !key.get(0).isMissingNode() && !seen.add(key)) {
                found.add(new Violation(type, NAME, rule, at.item(i), item, shown(key)));
            }
        }
    }
}
