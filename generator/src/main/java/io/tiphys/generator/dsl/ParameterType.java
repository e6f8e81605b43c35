package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the text of a parameter means, as a JSON schema for submission forms, and which form element shows it.
 * Immutable.
 */
public final class ParameterType {
    private final ObjectNode schema;
    private final ObjectNode ui;

    private ParameterType(ObjectNode schema, ObjectNode ui) {
        this.schema = schema;
        this.ui = ui;
    }

    private static ParameterType of(String type) {
        return new ParameterType(
                JsonNodeFactory.instance.objectNode().put("type", type), JsonNodeFactory.instance.objectNode());
    }

    /** A whole number within bounds, both included. */
    public static ParameterType integer(long minimum, long maximum) {
        return of("integer").with("minimum", minimum).with("maximum", maximum);
    }

    /** Any text. */
    public static ParameterType text() {
        return of("string");
    }

    /** A JSON object, shown as a text of several lines. */
    public static ParameterType json() {
        ParameterType type = of("object");
        ObjectNode ui = type.ui.deepCopy();
        ui.putObject("options").put("multi", true);
        return new ParameterType(type.schema, ui);
    }

    /** A quantity as Kubernetes writes it: {@code 500m}, {@code 20Gi}. */
    public static ParameterType quantity() {
        ParameterType type = of("string");
        ObjectNode schema = type.schema.deepCopy();
        schema.put("pattern", "^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$");
        return new ParameterType(schema, type.ui);
    }

    /** A short name for the form. */
    public ParameterType title(String title) {
        ObjectNode copy = schema.deepCopy();
        copy.put("title", title);
        return new ParameterType(copy, ui);
    }

    private ParameterType with(String keyword, long value) {
        ObjectNode copy = schema.deepCopy();
        copy.put(keyword, value);
        return new ParameterType(copy, ui);
    }

    ObjectNode schema() {
        return schema.deepCopy();
    }

    ObjectNode ui() {
        return ui.deepCopy();
    }

    /** Why a default does not fit, or an empty text. */
    String mismatch(String value) {
        String type = schema.path("type").asText();
        if (type.equals("integer")) {
            try {
                long number = Long.parseLong(value);
                if (number >= schema.path("minimum").asLong()
                        && number <= schema.path("maximum").asLong()) {
                    return "";
                }
            } catch (NumberFormatException e) {
                return "\"" + value + "\" is no whole number";
            }
            return value + " is not within " + schema.path("minimum") + " and " + schema.path("maximum");
        }
        if (schema.has("pattern") && !value.matches(schema.path("pattern").asText())) {
            return "\"" + value + "\" is no quantity such as 500m or 20Gi";
        }
        if (type.equals("object") && !isObject(value)) {
            return "the text is no JSON object";
        }
        return "";
    }

    private static boolean isObject(String value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(value)
                    .isObject();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return false;
        }
    }
}
