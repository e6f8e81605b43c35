package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Objects as the API server hands them to policies. */
public final class Defaults {
    private static final String ARGO = "argoproj.io/";

    private Defaults() {}

    /**
     * A new object as policies see it, or itself where its kind is not known or it does not decode.
     *
     * @param json not changed
     */
    public static JsonNode admitted(JsonNode json) {
        return admitted(json, new HashSet<>());
    }

    /**
     * The same.
     *
     * @param undetermined pointers of values that are not known; those of values copied from them are added
     */
    public static JsonNode admitted(JsonNode json, Set<JsonPointer> undetermined) {
        Optional<ObjectNode> decoded = decode(json);
        if (decoded.isEmpty()) {
            return json;
        }
        ObjectNode object = decoded.get();
        Created.metadata(object);
        if (!isArgo(object)) {
            PodDefaults.requests(object, undetermined);
            Admission.apply(object);
            Created.apply(object);
        }
        return object;
    }

    /** An object with its defaults, as the API server decodes it from a request or from its store. */
    public static JsonNode decoded(JsonNode json) {
        Optional<ObjectNode> decoded = decode(json);
        decoded.ifPresent(object -> {
            if (!isArgo(object)) {
                PodDefaults.requests(object, new HashSet<>());
                KindDefaults.ofStored(object);
            }
        });
        return decoded.<JsonNode>map(object -> object).orElse(json);
    }

    private static boolean isArgo(JsonNode json) {
        return json.path("apiVersion").asText("").startsWith(ARGO);
    }

    private static Optional<ObjectNode> decode(JsonNode json) {
        Optional<ApiType> kind = ApiSchema.get()
                .kind(json.path("apiVersion").asText(""), json.path("kind").asText(""));
        if (kind.isEmpty() || !json.isObject()) {
            return Optional.empty();
        }
        if (isArgo(json)) {
            return Optional.of(CustomDefaults.apply(kind.get(), json));
        }
        try {
            ObjectNode object = new TypedJson().withTags().normalise(json, kind.get());
            new Walk((type, value) -> Table.ofType("types", type.name(), value)).object(kind.get(), object);
            Table.ofType("kinds", kind.get().name(), object);
            new Walk(TypeDefaults::apply).object(kind.get(), object);
            KindDefaults.apply(object);
            return Optional.of(object);
        } catch (TypeException e) {
            return Optional.empty(); // the server would not take it at all, which is said elsewhere
        }
    }
}
