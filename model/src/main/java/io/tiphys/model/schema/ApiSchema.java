package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.file.ClassResource;
import io.tiphys.model.file.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types and fields of Argo's and Kubernetes' APIs. */
public final class ApiSchema {
    /** Identifier of the document with Argo's types. */
    public static final String ARGO = "https://tiphys.io/schema/argo";
    /** Identifier of the document with Kubernetes' types. */
    public static final String KUBERNETES = "https://tiphys.io/schema/kubernetes";

    private static final int LARGEST = 1 << 20;

    private static final class Holder {
        static final ApiSchema INSTANCE = new ApiSchema(load("argo.json"), load("kubernetes.json"));
    }

    private final JsonNode argo;
    private final JsonNode kubernetes;
    /** Document → name → type. */
    private final Map<String, Map<String, ApiType>> types = new HashMap<>();

    private final Map<String, ApiType> kinds = new LinkedHashMap<>();

    private ApiSchema(JsonNode argo, JsonNode kubernetes) {
        this.argo = argo;
        this.kubernetes = kubernetes;
        for (JsonNode document : new JsonNode[] {argo, kubernetes}) {
            String id = document.path("$id").asText();
            document.path("$defs").properties().forEach(definition -> {
                ApiType type = new ApiType(this, id, definition.getKey(), definition.getValue());
                types.computeIfAbsent(id, of -> new HashMap<>()).put(definition.getKey(), type);
                JsonNode gvk = definition.getValue().path("x-kubernetes-group-version-kind");
                if (!gvk.isMissingNode()) {
                    String group = gvk.path("group").asText();
                    String version = gvk.path("version").asText();
                    String apiVersion = group.isEmpty() ? version : group + "/" + version;
                    kinds.put(key(apiVersion, gvk.path("kind").asText()), type);
                }
            });
        }
    }

    /** The schema; loaded at the first call. */
    public static ApiSchema get() {
        return Holder.INSTANCE;
    }

    /** Argo's document as JSON Schema; not to be changed. */
    public JsonNode argo() {
        return argo;
    }

    /** Kubernetes' document as JSON Schema; not to be changed. */
    public JsonNode kubernetes() {
        return kubernetes;
    }

    /** The type of a kind. */
    public Optional<ApiType> kind(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(key(apiVersion, kind)));
    }

    /** The kinds of an API version. */
    public Set<String> kinds() {
        return Set.copyOf(kinds.keySet());
    }

    /** A type of Argo's by its short name. */
    public Optional<ApiType> argoType(String name) {
        return type(ARGO, name);
    }

    /** A type of Kubernetes' by its short name. */
    public Optional<ApiType> kubernetesType(String name) {
        return type(KUBERNETES, name);
    }

    Optional<ApiType> type(String document, String name) {
        return Optional.ofNullable(types.getOrDefault(document, Map.of()).get(name));
    }

    /** A copy of an object of one of Argo's types with its fields in the schema's order; unknown ones come last. */
    public ObjectNode ordered(ObjectNode object, String argoType) {
        return argoType(argoType).map(type -> ordered(object, type)).orElse(object);
    }

    /**
     * A copy of an object of any kind in canonical order. Of a kind that the schema lacks, apiVersion, kind, metadata and
     * spec come first, metadata and pod templates are ordered as elsewhere, and the rest stays as it is.
     */
    public ObjectNode ordered(ObjectNode object) {
        return kind(object.path("apiVersion").asText(), object.path("kind").asText())
                .map(type -> ordered(object, type))
                .orElseGet(() -> new UnknownKind(this).ordered(object));
    }

    /** The same for a type that is known. */
    public ObjectNode ordered(ObjectNode object, ApiType type) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
        entries.sort(Comparator.comparingInt(entry -> type.position(entry.getKey())));
        for (Map.Entry<String, JsonNode> entry : entries) {
            JsonNode value = entry.getValue();
            Optional<ApiField> field = value.isContainerNode() ? type.field(entry.getKey()) : Optional.empty();
            ordered.set(
                    entry.getKey(),
                    field.isPresent() ? orderedValue(value, field.get().schema(), type.document()) : value);
        }
        return ordered;
    }

    private JsonNode orderedValue(JsonNode value, JsonNode schema, String document) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            String target = reference.startsWith("#") ? document : reference.substring(0, reference.indexOf('#'));
            Optional<ApiType> type = type(target, reference.substring(reference.lastIndexOf('/') + 1));
            if (type.isPresent() && !type.get().fieldNames().isEmpty() && value instanceof ObjectNode object) {
                return ordered(object, type.get());
            }
            return type.map(found -> orderedValue(value, found.schema(), found.document()))
                    .orElse(value);
        }
        if (value instanceof ArrayNode array && schema.has("items")) {
            ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> ordered.add(orderedValue(item, schema.path("items"), document)));
            return ordered;
        }
        if (value instanceof ObjectNode object
                && schema.path("additionalProperties").isObject()) {
            ObjectNode ordered = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> ordered.set(
                            field.getKey(),
                            orderedValue(field.getValue(), schema.path("additionalProperties"), document)));
            return ordered;
        }
        return value;
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + "/" + kind;
    }

    private static JsonNode load(String resource) {
        try {
            return JsonText.read(ClassResource.bytes(ApiSchema.class, resource, LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
