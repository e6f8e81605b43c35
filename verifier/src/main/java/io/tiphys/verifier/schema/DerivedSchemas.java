package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of one profile and version; each type is derived when it is first met. Thread-safe. */
final class DerivedSchemas {
    private record Key(Profile profile, String argoVersion) {}

    private static final Map<Key, DerivedSchemas> CACHE = new ConcurrentHashMap<>();

    private final SchemaDeriver deriver;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    private DerivedSchemas(Key key) {
        deriver = new SchemaDeriver(ApiSchema.get(), key.profile(), key.argoVersion());
    }

    static DerivedSchemas of(Profile profile, String argoVersion) {
        return CACHE.computeIfAbsent(new Key(profile, argoVersion), DerivedSchemas::new);
    }

    /** All that is wrong with an object of a kind. */
    List<Violation> check(ApiType kind, JsonNode json) {
        List<Violation> found = new ArrayList<>();
        String name = (kind.document().equals(ApiSchema.ARGO) ? "argo." : "kubernetes.") + kind.name();
        shape(name).check(json, ValuePath.ROOT, found);
        return found;
    }

    /** A type by its name in the derived schema, {@code argo.Template}. */
    JsonNode definition(String name) {
        return deriver.definition(name);
    }

    /** What {@code #/$defs/argo.Template} leads to. */
    Shape referred(String reference) {
        return shape(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private Shape shape(String name) {
        return shapes.computeIfAbsent(
                name, type -> new Shape(type.replace(SchemaDeriver.RELAXED, ""), definition(type), this));
    }
}
