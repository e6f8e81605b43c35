package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.List;
import java.util.Optional;

/** A ValidatingAdmissionPolicyBinding as its file has it. */
record PolicyBinding(
        Manifest manifest,
        String name,
        String policy,
        List<String> actions,
        MatchResources matches,
        Optional<ParamRef> params) {

    /** Which params a binding takes: one by name, or all that a selector matches. */
    record ParamRef(String name, String namespace, Optional<LabelSelector> selector, boolean deniesIfAbsent) {

        static ParamRef of(JsonNode node) {
            return new ParamRef(
                    node.path("name").asText(""),
                    node.path("namespace").asText(""),
                    node.has("selector") ? Optional.of(LabelSelector.of(node.path("selector"))) : Optional.empty(),
                    !node.path("parameterNotFoundAction").asText("Deny").equals("Allow"));
        }

        /** The params it takes for an object in a namespace. */
        List<JsonNode> find(AdmissionPolicy.ParamKind kind, List<Manifest> all, String objectNamespace) {
            String from = namespace.isEmpty() ? objectNamespace : namespace;
            return all.stream()
                    .filter(param -> param.apiVersion().equals(kind.apiVersion())
                            && param.kind().equals(kind.kind()))
                    .map(Manifest::json)
                    .filter(param -> isIn(param, kind, from))
                    .filter(this::isMeant)
                    .toList();
        }

        /** Whether the params are those of the object's namespace; of custom kinds it is not known. */
        boolean needsNamespace(AdmissionPolicy.ParamKind kind) {
            ApiResource resource = ApiResource.of(kind.apiVersion(), kind.kind());
            return namespace.isEmpty()
                    && resource.namespaced()
                    && resource.group().isEmpty();
        }

        /** Whether a custom kind is namespaced is not known: its params without a namespace are taken as cluster-wide. */
        private static boolean isIn(JsonNode param, AdmissionPolicy.ParamKind kind, String namespace) {
            JsonNode own = param.path("metadata").path("namespace");
            ApiResource resource = ApiResource.of(kind.apiVersion(), kind.kind());
            boolean clusterWide = !resource.namespaced() || (!resource.group().isEmpty() && own.isMissingNode());
            return clusterWide || own.asText("default").equals(namespace);
        }

        private boolean isMeant(JsonNode param) {
            return selector.map(labels -> labels.matches(LabelSelector.labels(param)))
                    .orElseGet(
                            () -> param.path("metadata").path("name").asText().equals(name));
        }
    }

    static PolicyBinding of(Manifest manifest) {
        JsonNode spec = manifest.json().path("spec");
        return new PolicyBinding(
                manifest,
                manifest.name(),
                spec.path("policyName").asText(),
                Json.texts(spec.path("validationActions")),
                MatchResources.of(spec.path("matchResources")),
                spec.path("paramRef").isObject() ? Optional.of(ParamRef.of(spec.path("paramRef"))) : Optional.empty());
    }
}
