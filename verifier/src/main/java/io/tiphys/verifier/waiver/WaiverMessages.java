package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.tiphys.verifier.load.Nearest;
import java.util.List;
import java.util.Locale;

/** What the schema finds wrong with waivers, in words: what is there, and what may be there. */
final class WaiverMessages {
    private final WaiverSchema schema;

    WaiverMessages(WaiverSchema schema) {
        this.schema = schema;
    }

    /** Where in a file the mistake is: at the field itself where it is one too many. */
    static JsonPointer place(Error error) {
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        return error.getKeyword().equals("additionalProperties") ? at.appendProperty(error.getProperty()) : at;
    }

    /** @param whole how the whole is called */
    String message(Error error, String whole) {
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        String what = at.matches()
                ? whole
                : at.last().mayMatchElement() ? "the waiver" : at.last().getMatchingProperty();
        JsonNode value = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> what + unknown(error);
            case "required" -> what + " has no " + error.getProperty();
            case "minProperties" -> what + " is empty; write file, template or container";
            case "format" -> what + " is \"" + value.asText() + "\"; write a day, such as 2027-01-31";
            case "pattern" -> what + " is empty";
            case "type" ->
                what + " is " + type(value) + "; expected is "
                        + article(error.getSchemaNode().asText());
            default -> what + ": " + error.getMessage();
        };
    }

    private String unknown(Error error) {
        List<String> known =
                schema.fieldsBeside(error.getSchemaLocation().getFragment().toString());
        String field = error.getProperty();
        return " has an unknown field \"" + field + "\"" + Nearest.hint(field, known) + "; there are "
                + String.join(", ", known);
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "a mapping";
            case ARRAY -> "a list";
            case STRING -> "the text \"" + value.asText() + "\"";
            case NULL, MISSING -> "empty";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT) + " " + value.asText();
        };
    }

    private static String article(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            default -> "text";
        };
    }
}
