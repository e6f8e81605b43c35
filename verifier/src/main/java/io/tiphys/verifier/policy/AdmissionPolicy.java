package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ValidatingAdmissionPolicy as its file has it. */
record AdmissionPolicy(
        Manifest manifest,
        String name,
        boolean failsClosed,
        Optional<ParamKind> paramKind,
        MatchResources matches,
        List<Named> conditions,
        List<Named> variables,
        List<Validation> validations,
        List<Named> annotations) {

    /** The kind of a policy's params. */
    record ParamKind(String apiVersion, String kind) {}

    /** An expression of a file, and where it stands. */
    record Source(String expression, JsonPointer pointer) {}

    /** An expression with a name. */
    record Named(String name, Source source) {}

    /** A validation; an absent message is empty, the reason is {@code Invalid} by default. */
    record Validation(Source expression, String message, Optional<Source> messageExpression, String reason) {}

    static AdmissionPolicy of(Manifest manifest) {
        JsonNode spec = manifest.json().path("spec");
        JsonNode kind = spec.path("paramKind");
        return new AdmissionPolicy(
                manifest,
                manifest.name(),
                !spec.path("failurePolicy").asText("Fail").equals("Ignore"),
                kind.isObject()
                        ? Optional.of(new ParamKind(
                                kind.path("apiVersion").asText(),
                                kind.path("kind").asText()))
                        : Optional.empty(),
                MatchResources.of(spec.path("matchConstraints")),
                named(spec, "matchConditions", "name", "expression"),
                named(spec, "variables", "name", "expression"),
                validations(spec.path("validations")),
                named(spec, "auditAnnotations", "key", "valueExpression"));
    }

    private static List<Named> named(JsonNode spec, String list, String name, String expression) {
        List<Named> all = new ArrayList<>();
        JsonPointer at = JsonPointer.compile("/spec").appendProperty(list);
        for (JsonNode item : spec.path(list)) {
            all.add(new Named(item.path(name).asText(), source(item, expression, at.appendIndex(all.size()))));
        }
        return List.copyOf(all);
    }

    private static List<Validation> validations(JsonNode list) {
        List<Validation> all = new ArrayList<>();
        JsonPointer at = JsonPointer.compile("/spec/validations");
        for (JsonNode item : list) {
            JsonPointer here = at.appendIndex(all.size());
            all.add(new Validation(
                    source(item, "expression", here),
                    item.path("message").asText(""),
                    item.path("messageExpression").asText("").isEmpty()
                            ? Optional.empty()
                            : Optional.of(source(item, "messageExpression", here)),
                    item.path("reason").asText("Invalid")));
        }
        return List.copyOf(all);
    }

    private static Source source(JsonNode item, String field, JsonPointer at) {
        return new Source(item.path(field).asText(), at.appendProperty(field));
    }

    /** The value of an annotation, or empty. */
    String annotation(String key) {
        return manifest.json().path("metadata").path("annotations").path(key).asText("");
    }
}
