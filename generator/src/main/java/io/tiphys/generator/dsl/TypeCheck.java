package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a text, or a JSON value inside of one, fits a schema. Knows the keywords that {@link ParameterType} writes:
 * https://json-schema.org/draft/2020-12/json-schema-validation.
 */
final class TypeCheck {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    /** Kubernetes' quantities. */
    static final String QUANTITY = "^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

    private TypeCheck() {}

    /** Why a parameter's text does not fit, or an empty text. */
    static String mismatch(JsonNode schema, String text) {
        return value(schema, text)
                .map(value -> mismatch(schema, value))
                .orElseGet(() -> "\"" + text + "\" is no " + noun(schema));
    }

    /** What a parameter's text is for the schema, if it can be read so. */
    static Optional<JsonNode> value(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "integer", "number" ->
                NUMBER.matcher(text).matches()
                        ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
                        : Optional.empty();
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(BooleanNode.valueOf(text.equals("true")))
                        : Optional.empty();
            case "object", "array" -> Json.read(text);
            default -> Optional.of(TextNode.valueOf(text));
        };
    }

    private static String noun(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> "whole number";
            case "number" -> "number";
            case "boolean" -> "truth value; allowed are true and false";
            case "array" -> "JSON list";
            case "object" -> "JSON object";
            default -> "text";
        };
    }

    private static String mismatch(JsonNode schema, JsonNode value) {
        if (!hasType(schema.path("type").asText(), value)) {
            return value + " is no " + noun(schema);
        } else if (value.isNumber()) {
            return number(schema, value);
        } else if (value.isTextual()) {
            return text(schema, value.asText());
        } else if (value.isArray()) {
            return list(schema, value);
        }
        return value.isObject() ? object(schema, value) : "";
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isNumber() && isWhole(value.decimalValue());
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isTextual();
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static String number(JsonNode schema, JsonNode value) {
        boolean outside = (schema.has("minimum")
                        && value.decimalValue().compareTo(schema.path("minimum").decimalValue()) < 0)
                || (schema.has("maximum")
                        && value.decimalValue().compareTo(schema.path("maximum").decimalValue()) > 0);
        return outside ? value + " is not within " + schema.path("minimum") + " and " + schema.path("maximum") : "";
    }

    private static String text(JsonNode schema, String value) {
        String shown = "\"" + value + "\"";
        int length = value.codePointCount(0, value.length());
        if (schema.has("enum") && Arrays.stream(Json.texts(schema.path("enum"))).noneMatch(value::equals)) {
            return shown + " is none of " + schema.path("enum");
        } else if (schema.has("minLength")
                && (length < schema.path("minLength").asInt()
                        || length > schema.path("maxLength").asInt())) {
            return shown + " has " + length + " characters; allowed are " + schema.path("minLength") + " to "
                    + schema.path("maxLength");
        } else if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(value)
                        .find()) {
            String pattern = schema.path("pattern").asText();
            return shown
                    + (pattern.equals(QUANTITY)
                            ? " is no quantity such as 500m or 20Gi"
                            : " does not match " + pattern);
        }
        return schema.path("format").asText().equals("date") && !isDate(value)
                ? shown + " is no day such as 2026-01-31"
                : "";
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String list(JsonNode schema, JsonNode list) {
        if (schema.has("minItems")
                && (list.size() < schema.path("minItems").asInt()
                        || list.size() > schema.path("maxItems").asInt())) {
            return "the list has " + list.size() + " items; allowed are " + schema.path("minItems") + " to "
                    + schema.path("maxItems");
        }
        int place = 0;
        for (JsonNode item : list) {
            String wrong = mismatch(schema.path("items"), item);
            if (!wrong.isEmpty()) {
                return "item " + place + ": " + wrong;
            }
            place++;
        }
        return "";
    }

    private static String object(JsonNode schema, JsonNode object) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode value = object.path(property.getKey());
            String wrong = value.isMissingNode() ? "" : mismatch(property.getValue(), value);
            if (!wrong.isEmpty()) {
                return "property " + property.getKey() + ": " + wrong;
            }
        }
        return "";
    }
}
