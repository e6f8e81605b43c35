package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.typed.Nulls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges manifests by the types of their kinds. Thread-safe. */
public final class SchemaCheck {
    private final SchemaSettings settings;

    /** A check against one kind of cluster. */
    public SchemaCheck(SchemaSettings settings) {
        this.settings = settings;
    }

    /** All that is wrong with the types of one object, in the order of the file; nothing for unknown kinds. */
    public List<Finding> check(Manifest manifest) {
        Optional<ApiType> kind = ApiSchema.get().kind(manifest.apiVersion(), manifest.kind());
        if (kind.isEmpty()) {
            return List.of();
        }
        JsonNode json = Nulls.withoutFields(manifest.json());
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Profile profile : profiles(manifest)) {
            DerivedSchemas schemas = DerivedSchemas.of(profile, settings.argoVersion());
            ErrorTranslator translator = new ErrorTranslator(manifest, schemas, settings.argoVersion());
            JsonNode seen = profile == Profile.MINIMAL ? shell(json) : json;
            for (Violation violation : schemas.check(kind.get(), seen)) {
                if (profile != Profile.FULL && violation.value().isNull()) {
                    continue; // Go takes null in a list for the zero value
                }
                Finding named = translator.translate(violation).withRefusedBy(profile.program());
                findings.merge(
                        named.rule() + named.place().pointer() + named.message(),
                        named,
                        (first, second) -> first.withRefusedBy(second.refusedBy()));
            }
        }
        List<Finding> sorted = new ArrayList<>(Consequences.drop(List.copyOf(findings.values())));
        sorted.sort(Finding.ORDER);
        return sorted;
    }

    private List<Profile> profiles(Manifest manifest) {
        if (!manifest.isArgo()) {
            return List.of(Profile.NATIVE);
        }
        return List.of(Profile.LINT, settings.crds() == CrdProfile.FULL ? Profile.FULL : Profile.MINIMAL);
    }

    /** What the API server still looks into with minimal CRDs: everything but the contents of spec and status. */
    private static JsonNode shell(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode shell = object.objectNode();
        shell.setAll(object);
        for (String field : List.of("spec", "status")) {
            if (object.path(field).isObject()) {
                shell.set(field, object.objectNode());
            }
        }
        return shell;
    }
}
