package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** What a field holds, as text that is the same for our schema and for an OpenAPI document. */
final class Shape {
    private Shape() {}

    /** {@code string}, {@code array<Container>}, {@code map<string,string>}, {@code integer(int32)}, {@code any}. */
    static String of(JsonNode schema) {
        String reference = schema.path("$ref")
                .asText(schema.path("allOf").path(0).path("$ref").asText());
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return alias(name.substring(name.lastIndexOf('.') + 1));
        }
        String type = schema.path("type").asText();
        if (type.equals("array")) {
            return "array<" + of(schema.path("items")) + ">";
        }
        if (schema.path("additionalProperties").isObject()) {
            return "map<string," + of(schema.path("additionalProperties")) + ">";
        }
        String format = schema.path("format").asText();
        return type.isEmpty() ? "any" : format.isEmpty() ? type : type + "(" + format + ")";
    }

    /** Types without fields that one side has as a name and the other as what it stands for. */
    private static String alias(String name) {
        return switch (name) {
            case "FieldsV1" -> "any";
            default -> name;
        };
    }
}
