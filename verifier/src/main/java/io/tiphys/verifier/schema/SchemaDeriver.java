package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Derives, from the model's schema, what one real program of one version enforces, in plain JSON Schema. Thread-safe. */
final class SchemaDeriver {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Keywords that are taken over as they are, by every profile. */
    private static final Set<String> PLAIN = Set.of("type", "additionalProperties", "const");
    /** Keywords that {@code x-crd} may add. */
    private static final Set<String> BOUNDS =
            Set.of("pattern", "maxLength", "minLength", "maxItems", "minItems", "minimum", "maximum");

    /** Begin of the names of types in which lint takes unknown fields. */
    private static final String LOOSE = "loose";

    private final Map<String, JsonNode> definitions = new ConcurrentHashMap<>();
    private final ApiSchema schema;
    private final Profile profile;
    private final int version;

    /** End of the names of types that are asked less of in some field. */
    static final String RELAXED = "-relaxed";

    SchemaDeriver(ApiSchema schema, Profile profile, String argoVersion) {
        this.schema = schema;
        this.profile = profile;
        this.version = SchemaSettings.ARGO_VERSIONS.indexOf(argoVersion);
    }

    /**
     * A type: {@code argo.X}, {@code kubernetes.X}, for lint a second time without strictness: {@code loose…}; a missing node
     * if there is none.
     */
    JsonNode definition(String name) {
        JsonNode known = definitions.get(name);
        if (known == null) {
            known = derived(name);
            definitions.put(name, known);
        }
        return known;
    }

    private JsonNode derived(String name) {
        int dot = name.indexOf('.');
        String document = name.substring(0, dot).replace(LOOSE, "");
        String type = name.substring(dot + 1);
        JsonNode types = (document.equals("argo") ? schema.argo() : schema.kubernetes()).path("$defs");
        if (!types.has(type)) {
            return JSON.missingNode();
        }
        if (profile == Profile.LINT && name.equals("argo.WorkflowStep")) {
            // argo lint decodes the entries of steps by a decoder of its own, strict about their own fields only
            return ((ObjectNode) derive(types.path(type), document, LOOSE)).put("additionalProperties", false);
        }
        JsonNode own = derive(types.path(type), document, name.startsWith(LOOSE) ? LOOSE : "");
        if (profile == Profile.NATIVE && own.path("required") instanceof ArrayNode required) {
            ((ObjectNode) own).set("required", NativeFields.asked(type, required));
        }
        return own;
    }

    private JsonNode derive(JsonNode source, String document, String prefix) {
        JsonNode crd = profile == Profile.FULL ? source.path("x-crd") : JSON.missingNode();
        if (crd.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            return JSON.objectNode();
        }
        ObjectNode target = JSON.objectNode();
        JsonNode reference = byVersion(source).path("$ref");
        if (reference.isTextual()) {
            if (crd.has("required")) {
                return relaxed(reference.textValue(), crd);
            }
            target.put("$ref", reference(reference.textValue(), document, prefix));
        }
        for (Map.Entry<String, JsonNode> keyword : source.properties()) {
            keyword(target, keyword.getKey(), keyword.getValue(), document, prefix);
        }
        required(target, source, crd);
        special(target, source);
        crd.properties().stream()
                .filter(bound -> BOUNDS.contains(bound.getKey()))
                .forEach(bound -> target.set(bound.getKey(), bound.getValue()));
        return target;
    }

    private void keyword(ObjectNode target, String name, JsonNode value, String document, String prefix) {
        switch (name) {
            case "properties" -> target.set(name, properties(value, document, prefix));
            case "items" -> target.set(name, derive(value, document, prefix));
            case "additionalProperties" -> {
                if (value.isObject()) {
                    target.set(name, derive(value, document, prefix));
                } else if (prefix.isEmpty()) {
                    target.set(name, value);
                }
            }
            case "minProperties", "maxProperties", "minimum" -> {
                if (profile == Profile.LINT) {
                    target.set(name, value);
                }
            }
            case "format" -> format(target, value.asText());
            case "x-kubernetes-list-map-keys" -> {
                if (profile == Profile.FULL) {
                    target.set(ListMapKeyword.NAME, value);
                }
            }
            case ValidationKeyword.NAME -> {
                if (profile == Profile.FULL) {
                    target.set(name, value);
                }
            }
            default -> {
                if (PLAIN.contains(name)) {
                    target.set(name, value);
                }
            }
        }
    }

    /** A type of which the CRDs ask less in one field than elsewhere. */
    private JsonNode relaxed(String reference, JsonNode crd) {
        boolean kubernetes = reference.startsWith(ApiSchema.KUBERNETES);
        ObjectNode type = (kubernetes ? schema.kubernetes() : schema.argo())
                .path("$defs")
                .path(reference.substring(reference.lastIndexOf('/') + 1))
                .deepCopy();
        type.set("required", crd.path("required"));
        String document = kubernetes ? "kubernetes" : "argo";
        String name = document + "." + reference.substring(reference.lastIndexOf('/') + 1) + RELAXED;
        definitions.put(name, derive(type, document, ""));
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode properties(JsonNode source, String document, String prefix) {
        ObjectNode target = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : source.properties()) {
            if (exists(field.getValue())) {
                target.set(field.getKey(), derive(field.getValue(), document, prefix));
            }
        }
        return target;
    }

    /** What Go's decoder and the CRDs make of a format; the other formats are the matter of lint. */
    private void format(ObjectNode target, String format) {
        switch (format) {
            case "int32", "int-or-string" -> {
                if (profile != Profile.FULL) {
                    range(target, Integer.MIN_VALUE, Integer.MAX_VALUE);
                }
            }
            case "int64" -> range(target, Long.MIN_VALUE, Long.MAX_VALUE);
            case "quantity" -> target.put("format", profile == Profile.FULL ? GoFormat.PLAIN_QUANTITY : format);
            case "date-time", "byte" -> target.put("format", format);
            default -> {}
        }
    }

    private static void range(ObjectNode target, long from, long to) {
        target.put("minimum", from).put("maximum", to);
    }

    private void required(ObjectNode target, JsonNode source, JsonNode crd) {
        if (profile != Profile.FULL && profile != Profile.NATIVE) {
            return;
        }
        ArrayNode required = JSON.arrayNode();
        (crd.has("required") ? crd : source).path("required").forEach(required::add);
        for (Map.Entry<String, JsonNode> field : source.path("properties").properties()) {
            JsonNode since = field.getValue().path("x-required-since");
            JsonNode before = field.getValue().path("x-required-before");
            boolean needed =
                    (since.isTextual() && version >= index(since)) || (before.isTextual() && version < index(before));
            if (needed && exists(field.getValue())) {
                required.add(field.getKey());
            }
        }
        if (!required.isEmpty()) {
            target.set("required", required);
        }
    }

    private void special(ObjectNode target, JsonNode source) {
        JsonNode crdType = source.path("x-crd-type");
        if (crdType.isTextual()) {
            if (profile == Profile.FULL) {
                target.set("type", crdType);
            } else {
                target.remove("type"); // Go takes any value as text here
            }
        }
        if (profile == Profile.FULL && source.path("format").asText().equals("quantity")) {
            target.set("type", JSON.arrayNode().add("string").add("integer"));
        }
        if (profile == Profile.FULL
                && source.path("x-kubernetes-list-type").asText().equals("set")) {
            target.put("uniqueItems", true);
        }
        JsonNode choices = source.path("enum");
        if (choices.isArray() && profile != Profile.LINT) {
            target.set("enum", choices);
        }
    }

    private JsonNode byVersion(JsonNode source) {
        JsonNode other = source.path("x-type-by-version").path(SchemaSettings.ARGO_VERSIONS.get(version));
        return other.isMissingNode() ? source : other;
    }

    private boolean exists(JsonNode field) {
        JsonNode since = field.path("x-since");
        JsonNode removed = field.path("x-removed");
        return (since.isMissingNode() || version >= index(since))
                && (removed.isMissingNode() || version < index(removed));
    }

    private static int index(JsonNode argoVersion) {
        return SchemaSettings.ARGO_VERSIONS.indexOf(argoVersion.asText());
    }

    private static String reference(String reference, String document, String prefix) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        boolean local = reference.startsWith("#");
        String target = local ? document : reference.startsWith(ApiSchema.KUBERNETES) ? "kubernetes" : "argo";
        return "#/$defs/" + prefix + target + "." + name;
    }
}
