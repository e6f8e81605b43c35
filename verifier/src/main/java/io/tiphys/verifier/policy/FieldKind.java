package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.Optional;

/** What sort of scalar a field takes, by the API's schema. */
enum FieldKind {
    INTEGER,
    BOOLEAN,
    QUANTITY,
    TEXT;

    static FieldKind of(ApiResource resource, JsonPointer pointer) {
        Optional<ApiType> type = ApiSchema.get().kind(resource.apiVersion(), resource.kind());
        if (type.isEmpty() && resource.kind().equals("Pod")) {
            return ofPod(pointer);
        }
        return type.map(known -> walk(known, pointer)).orElse(TEXT);
    }

    /** Pods need no top-level type: their spec is known. */
    private static FieldKind ofPod(JsonPointer pointer) {
        return "spec".equals(pointer.getMatchingProperty())
                ? ApiSchema.get()
                        .kubernetesType("PodSpec")
                        .map(spec -> walk(spec, pointer.tail()))
                        .orElse(TEXT)
                : TEXT;
    }

    private static FieldKind walk(ApiType type, JsonPointer pointer) {
        Optional<ApiField> field = type.field(String.valueOf(pointer.getMatchingProperty()));
        if (field.isEmpty()) {
            return TEXT;
        }
        JsonPointer rest = pointer.tail();
        boolean steps = field.get().isList() || field.get().isMap();
        JsonPointer inner = steps && rest != null ? rest.tail() : rest;
        Optional<ApiType> next = field.get().type();
        if (next.isPresent() && next.get().name().endsWith("Quantity")) {
            return QUANTITY;
        }
        if (next.isPresent() && inner != null && !inner.matches()) {
            return walk(next.get(), inner);
        }
        return switch (field.get().schema().path("type").asText()) {
            case "integer", "number" -> INTEGER;
            case "boolean" -> BOOLEAN;
            default -> TEXT;
        };
    }
}
