package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The keywords of JSON Schema 2020-12 that derived schemas have, and our own ones. */
final class Keywords {
    private Keywords() {}

    /**
     * A keyword with what it asks for.
     *
     * @param type name of the type in whose schema it stands
     */
    static Keyword of(String type, String name, JsonNode rule) {
        return switch (name) {
            case "required" -> (value, at, found) -> required(type, rule, value, at, found);
            case ListMapKeyword.NAME -> new ListMapKeyword(type, rule);
            case ValidationKeyword.NAME -> new ValidationKeyword(type, rule);
            default -> {
                Predicate<JsonNode> holds = test(name, rule);
                yield (value, at, found) -> {
                    if (!holds.test(value)) {
                        found.add(new Violation(type, name, rule, at, value, ""));
                    }
                };
            }
        };
    }

    private static Predicate<JsonNode> test(String name, JsonNode rule) {
        return switch (name) {
            case "type" -> type(rule);
            case "const" -> rule::equals;
            case "enum" -> isOneOf(rule);
            case "format" -> text(GoFormat.of(rule.textValue()));
            case "pattern" -> text(pattern(rule.textValue()));
            case "minLength" -> text(text -> text.codePointCount(0, text.length()) >= rule.intValue());
            case "maxLength" -> text(text -> text.codePointCount(0, text.length()) <= rule.intValue());
            case "minimum" -> value -> !value.isNumber() || compare(value, rule) >= 0;
            case "maximum" -> value -> !value.isNumber() || compare(value, rule) <= 0;
            case "minItems" -> value -> !value.isArray() || value.size() >= rule.intValue();
            case "maxItems" -> value -> !value.isArray() || value.size() <= rule.intValue();
            case "uniqueItems" -> value -> !value.isArray() || isSet(value);
            case "minProperties" -> value -> !value.isObject() || value.size() >= rule.intValue();
            case "maxProperties" -> value -> !value.isObject() || value.size() <= rule.intValue();
            default -> throw new IllegalArgumentException("a derived schema has no keyword " + name);
        };
    }

    private static Predicate<JsonNode> text(Predicate<String> test) {
        return value -> !value.isTextual() || test.test(value.textValue());
    }

    private static Predicate<JsonNode> type(JsonNode rule) {
        if (rule.isArray()) {
            List<Predicate<JsonNode>> types = new ArrayList<>();
            rule.forEach(each -> types.add(type(each)));
            return value -> types.stream().anyMatch(type -> type.test(value));
        }
        return switch (rule.asText()) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isTextual;
            case "boolean" -> JsonNode::isBoolean;
            case "number" -> JsonNode::isNumber;
            case "integer" -> value -> value.isIntegralNumber() || value.canConvertToExactIntegral();
            default -> throw new IllegalArgumentException("a derived schema has no type " + rule);
        };
    }

    private static Predicate<JsonNode> isOneOf(JsonNode rule) {
        Set<JsonNode> allowed = new HashSet<>();
        rule.forEach(allowed::add);
        return allowed::contains;
    }

    /** Found anywhere in the text; {@code $} is the end of the text, not that of its last line. */
    private static Predicate<String> pattern(String pattern) {
        String exact = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
        return Pattern.compile(exact).asPredicate();
    }

    private static int compare(JsonNode value, JsonNode rule) {
        return value.canConvertToLong() && value.isIntegralNumber()
                ? Long.compare(value.longValue(), rule.longValue())
                : value.decimalValue().compareTo(rule.decimalValue());
    }

    private static boolean isSet(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode item : list) {
            if (!seen.add(item)) {
                return false;
            }
        }
        return true;
    }

    private static void required(String type, JsonNode rule, JsonNode value, ValuePath at, List<Violation> found) {
        if (value.isObject()) {
            for (JsonNode field : rule) {
                if (!value.has(field.textValue())) {
                    found.add(new Violation(type, "required", rule, at, value, field.textValue()));
                }
            }
        }
    }
}
