package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A type of the API. */
public final class ApiType {
    private final String document;
    private final String name;
    private final JsonNode schema;
    private final Map<String, ApiField> fields;
    private final List<String> fieldNames;
    private final Map<String, Integer> positions = new HashMap<>();

    ApiType(ApiSchema owner, String document, String name, JsonNode schema) {
        this.document = document;
        this.name = name;
        this.schema = schema;
        Map<String, ApiField> all = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(field ->
                        all.put(field.getKey(), new ApiField(owner, document, field.getKey(), field.getValue())));
        this.fields = Collections.unmodifiableMap(all);
        this.fieldNames = List.copyOf(all.keySet());
        fieldNames.forEach(field -> positions.put(field, positions.size()));
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
        return fieldNames;
    }

    /** The place of a field in the order of writing; unknown ones come last. */
    int position(String fieldName) {
        return positions.getOrDefault(fieldName, Integer.MAX_VALUE);
    }

    /** The fields that must be there. */
    public List<String> required() {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(field -> names.add(field.asText()));
        return names;
    }

    /** A field. */
    public Optional<ApiField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** A field as Go's decoder finds it: case does not count if no field has the very name. */
    public Optional<ApiField> decodedField(String fieldName) {
        Optional<ApiField> exact = field(fieldName);
        if (exact.isPresent()) {
            return exact;
        }
        String wanted = fieldName.toLowerCase(Locale.ROOT);
        return fields.values().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
