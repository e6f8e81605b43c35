package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A derived schema, ready to judge values; what it is made of is prepared when the first value asks, since most runs see
 * few of the types. Thread-safe.
 */
final class Shape {
    private final String type;
    private final JsonNode schema;
    private final DerivedSchemas all;
    private volatile @Nullable List<Keyword> keywords;

    /**
     * A schema.
     *
     * @param type name of the type that it belongs to
     * @param all where references lead
     */
    Shape(String type, JsonNode schema, DerivedSchemas all) {
        this.type = type;
        this.schema = schema;
        this.all = all;
    }

    /** Adds all that is wrong with a value; of its fields first. */
    void check(JsonNode value, ValuePath at, List<Violation> found) {
        for (Keyword keyword : keywords()) {
            keyword.check(value, at, found);
        }
    }

    private List<Keyword> keywords() {
        List<Keyword> known = keywords;
        if (known == null) {
            known = prepared();
            keywords = known;
        }
        return known;
    }

    private List<Keyword> prepared() {
        List<Keyword> prepared = new ArrayList<>();
        Map<String, Shape> fields = new HashMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> fields.put(field.getKey(), new Shape(type, field.getValue(), all)));
        if (!fields.isEmpty()) {
            prepared.add((value, at, found) -> fields(fields, value, at, found));
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode rule = keyword.getValue();
            switch (keyword.getKey()) {
                case "properties" -> {}
                case "$ref" -> {
                    Shape target = all.referred(rule.textValue());
                    prepared.add(target::check);
                }
                case "items" -> {
                    Shape item = new Shape(type, rule, all);
                    prepared.add((value, at, found) -> items(item, value, at, found));
                }
                case "additionalProperties" -> {
                    Shape other = new Shape(type, rule, all);
                    prepared.add((value, at, found) -> others(fields, rule, other, value, at, found));
                }
                default -> prepared.add(Keywords.of(type, keyword.getKey(), rule));
            }
        }
        return List.copyOf(prepared);
    }

    private static void fields(Map<String, Shape> fields, JsonNode value, ValuePath at, List<Violation> found) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                Shape field = fields.get(entry.getKey());
                if (field != null) {
                    field.check(entry.getValue(), at.field(entry.getKey()), found);
                }
            }
        }
    }

    private static void items(Shape item, JsonNode value, ValuePath at, List<Violation> found) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), at.item(i), found);
            }
        }
    }

    private void others(
            Map<String, Shape> fields,
            JsonNode rule,
            Shape other,
            JsonNode value,
            ValuePath at,
            List<Violation> found) {
        if (!value.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (fields.containsKey(entry.getKey())) {
                continue;
            }
            if (rule.isObject()) {
                other.check(entry.getValue(), at.field(entry.getKey()), found);
            } else if (!rule.asBoolean()) {
                found.add(new Violation(type, "additionalProperties", rule, at, value, entry.getKey()));
            }
        }
    }
}
