package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A field of a type. */
public final class ApiField {
    private final ApiSchema owner;
    private final String name;
    private final JsonNode schema;
    private final boolean isList;
    private final boolean isMap;
    private final String typeDocument;
    private final String typeName;

    ApiField(ApiSchema owner, String document, String name, JsonNode schema) {
        this.owner = owner;
        this.name = name;
        this.schema = schema;
        this.isList = schema.path("type").asText().equals("array");
        this.isMap = schema.path("additionalProperties").isObject();
        JsonNode target = isList ? schema.path("items") : isMap ? schema.path("additionalProperties") : schema;
        String reference = target.path("$ref").asText();
        this.typeDocument = reference.startsWith("#") || reference.isEmpty()
                ? document
                : reference.substring(0, reference.indexOf('#'));
        this.typeName = reference.substring(reference.lastIndexOf('/') + 1);
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
        return isList;
    }

    /** Whether it is a map from text to values. */
    public boolean isMap() {
        return isMap;
    }

    /** The named type of its value, of its items if it is a list, of its values if it is a map. */
    public Optional<ApiType> type() {
        return typeName.isEmpty() ? Optional.empty() : owner.type(typeDocument, typeName);
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
