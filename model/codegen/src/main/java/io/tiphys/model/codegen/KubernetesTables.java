package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of Kubernetes' types (1.35), read from the data classes of the official Java client, which are generated
 * from the API server's OpenAPI. What they lack (merge keys, order, enumerations) comes from {@code kubernetes.yaml}.
 */
final class KubernetesTables {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final ObjectNode overlay;
    private final ObjectNode types = json.objectNode();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new TreeSet<>();

    KubernetesTables(ObjectNode overlay) {
        this.overlay = overlay;
    }

    /** All types that Argo's schema and the overlay's list of kinds refer to, and theirs in turn. */
    ObjectNode build(JsonNode argo) {
        scalars();
        Schemas.kubernetesReferences(argo).forEach(this::need);
        overlay.path("x-kinds").fieldNames().forEachRemaining(this::need);
        while (!open.isEmpty()) {
            String name = open.remove();
            types.set(name, type(name));
        }
        overlay.path("x-kinds").properties().forEach(kind -> ((ObjectNode) types.get(kind.getKey()))
                .set("x-kubernetes-group-version-kind", kind.getValue()));
        overlay.path("$defs").properties().forEach(type -> overlay(type.getKey(), type.getValue()));
        ObjectNode document = json.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", Schemas.KUBERNETES);
        ObjectNode sorted = document.putObject("$defs");
        new TreeSet<>(names()).forEach(name -> sorted.set(name, types.get(name)));
        return document;
    }

    private Collection<String> names() {
        Set<String> names = new TreeSet<>();
        types.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void scalars() {
        types.putObject("Quantity")
                .put("format", "quantity")
                .putArray("type")
                .add("string")
                .add("number");
        types.putObject("IntOrString")
                .put("format", "int-or-string")
                .putArray("type")
                .add("string")
                .add("integer");
        types.putObject("Time").put("type", "string").put("format", "date-time");
        types.putObject("MicroTime").put("type", "string").put("format", "date-time");
        types.fieldNames().forEachRemaining(seen::add);
    }

    private void need(String name) {
        if (seen.add(name)) {
            open.add(name);
        }
    }

    private ObjectNode type(String name) {
        Class<?> model = model(name);
        ObjectNode type = json.objectNode();
        type.put("type", "object");
        Set<?> required = required(model);
        if (!required.isEmpty()) {
            required.stream().map(String::valueOf).sorted().forEach(type.withArray("required")::add);
        }
        ObjectNode fields = json.objectNode();
        for (Field field : model.getDeclaredFields()) {
            SerializedName serialized = field.getAnnotation(SerializedName.class);
            if (serialized != null) {
                fields.set(serialized.value(), schema(field.getGenericType()));
            }
        }
        type.set("properties", order(name, fields));
        return type;
    }

    private static Class<?> model(String name) {
        for (String prefix : List.of("V1", "CoreV1", "RbacV1")) {
            try {
                return Class.forName(MODELS + prefix + name);
            } catch (ClassNotFoundException ignored) {
                // perhaps in the next place
            }
        }
        throw new IllegalArgumentException("Kubernetes has no type " + name + " in a v1 API");
    }

    private static Set<?> required(Class<?> model) {
        try {
            return Set.copyOf(
                    (Collection<?>) model.getField("openapiRequiredFields").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Kubernetes client changed its generated code: " + model, e);
        }
    }

    private ObjectNode schema(Type type) {
        ObjectNode schema = json.objectNode();
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == Map.class) {
                schema.put("type", "object").set("additionalProperties", schema(arguments[1]));
            } else {
                schema.put("type", "array").set("items", schema(arguments[0]));
            }
            return schema;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return schema.put("type", "string");
        } else if (raw == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (raw == Integer.class) {
            return schema.put("type", "integer").put("format", "int32");
        } else if (raw == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        } else if (raw == Double.class || raw == Float.class) {
            return schema.put("type", "number").put("format", "double");
        } else if (raw == byte[].class) {
            return schema.put("type", "string").put("format", "byte");
        } else if (raw == Quantity.class) {
            return reference(schema, "Quantity");
        } else if (raw == IntOrString.class) {
            return reference(schema, "IntOrString");
        } else if (raw == OffsetDateTime.class) {
            return reference(schema, "Time");
        } else if (raw == Object.class) {
            return schema.put("x-any", true);
        }
        String name = raw.getSimpleName().replaceFirst("^(Core|Rbac)?V1", "");
        need(name);
        return reference(schema, name);
    }

    private static ObjectNode reference(ObjectNode schema, String name) {
        return schema.put("$ref", "#/$defs/" + name);
    }

    /** The order of writing: the overlay's for this type, then the overlay's general one, then the alphabet. */
    private ObjectNode order(String type, ObjectNode fields) {
        ObjectNode ordered = json.objectNode();
        for (JsonNode list : List.of(
                overlay.path("x-order").path(type), overlay.path("x-order").path("any"))) {
            for (JsonNode name : list) {
                JsonNode field = fields.get(name.textValue());
                if (field != null) {
                    ordered.set(name.textValue(), field);
                }
            }
        }
        Set<String> rest = new TreeSet<>();
        fields.fieldNames().forEachRemaining(rest::add);
        rest.forEach(name -> ordered.putIfAbsent(name, fields.get(name)));
        return ordered;
    }

    private void overlay(String type, JsonNode additions) {
        JsonNode target = types.get(type);
        if (target == null) {
            throw new IllegalArgumentException("kubernetes.yaml adds to a type that nothing refers to: " + type);
        }
        merge(type, (ObjectNode) target, additions);
    }

    private static void merge(String path, ObjectNode target, JsonNode additions) {
        for (Map.Entry<String, JsonNode> addition : additions.properties()) {
            String name = addition.getKey();
            JsonNode present = target.get(name);
            if (present != null && present.isObject() && addition.getValue().isObject()) {
                merge(path + "/" + name, (ObjectNode) present, addition.getValue());
            } else if (present == null && path.endsWith("/properties")) {
                throw new IllegalArgumentException(
                        "kubernetes.yaml adds to a field that Kubernetes lacks: " + path + "/" + name);
            } else {
                target.set(name, addition.getValue());
            }
        }
    }
}
