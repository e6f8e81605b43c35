package io.tiphys.verifier.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Finds the type around a node that has a field which the node has not: the field is indented too far. */
final class Around {
    private Around() {}

    /** The name of the innermost such type. */
    static Optional<String> ownerOf(Manifest manifest, JsonPointer node, String field) {
        Deque<String> owners = new ArrayDeque<>();
        JsonNode json = manifest.json();
        Optional<ApiType> type = ApiSchema.get().kind(manifest.apiVersion(), manifest.kind());
        for (JsonPointer rest = node; !rest.matches() && type.isPresent(); rest = rest.tail()) {
            String name = rest.getMatchingProperty();
            Optional<ApiField> step = type.get().field(name);
            if (step.isPresent()) {
                if (type.get().field(field).isPresent() && !json.has(field)) {
                    owners.push(type.get().name());
                }
                type = name.equals("steps")
                        ? ApiSchema.get().argoType("WorkflowStep")
                        : step.get().type();
            }
            json = json.isArray() ? json.path(rest.getMatchingIndex()) : json.path(name);
        }
        return Optional.ofNullable(owners.peek());
    }
}
