package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type of the API. */
public final class ApiType {
    private final ApiSchema owner;
    private final String document;
    private final String name;
    private final JsonNode schema;

    ApiType(ApiSchema owner, String document, String name, JsonNode schema) {
        this.owner = owner;
        this.document = document;
        this.name = name;
        this.schema = schema;
    }

    /** Its short name. */
    public String name() {
        return name;
    }

    /** Identifier of the schema document it stands in. */
    public String document() {
        return document;
    }

    /** Its JSON Schema; not to be changed. */
    public JsonNode schema() {
        return schema;
    }

    /** What its field names are, in the order of writing. */
    public List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The fields that must be there. */
    public List<String> required() {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(field -> names.add(field.asText()));
        return names;
    }

    /** A field. */
    public Optional<ApiField> field(String fieldName) {
        JsonNode field = schema.path("properties").get(fieldName);
        return field == null ? Optional.empty() : Optional.of(new ApiField(owner, document, fieldName, field));
    }
}
