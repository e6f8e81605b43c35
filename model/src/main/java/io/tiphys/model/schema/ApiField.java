package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A field of a type. */
public final class ApiField {
    private final ApiSchema owner;
    private final String document;
    private final String name;
    private final JsonNode schema;

    ApiField(ApiSchema owner, String document, String name, JsonNode schema) {
        this.owner = owner;
        this.document = document;
        this.name = name;
        this.schema = schema;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its JSON Schema; not to be changed. */
    public JsonNode schema() {
        return schema;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return schema.path("type").asText().equals("array");
    }

    /** Whether it is a map from text to values. */
    public boolean isMap() {
        return schema.path("additionalProperties").isObject();
    }

    /** The named type of its value, of its items if it is a list, of its values if it is a map. */
    public Optional<ApiType> type() {
        JsonNode target = isList() ? schema.path("items") : isMap() ? schema.path("additionalProperties") : schema;
        String reference = target.path("$ref").asText();
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        String in = reference.startsWith("#") ? document : reference.substring(0, reference.indexOf('#'));
        return owner.type(in, reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** The field by which strategic merge tells the items of this list apart, if it merges them. */
    public Optional<String> mergeKey() {
        return text("x-kubernetes-patch-merge-key");
    }

    /** Whether strategic merge merges the list, by key or as a set of scalars. */
    public boolean isMerged() {
        return schema.path("x-kubernetes-patch-strategy").asText().contains("merge");
    }

    /** The Argo version that it came with, where that is after 3.6. */
    public Optional<String> since() {
        return text("x-since");
    }

    /** The first Argo version without it. */
    public Optional<String> removed() {
        return text("x-removed");
    }

    /** What it is, in one line. */
    public String description() {
        return schema.path("description").asText();
    }

    private Optional<String> text(String key) {
        JsonNode value = schema.get(key);
        return value == null ? Optional.empty() : Optional.of(value.asText());
    }
}
