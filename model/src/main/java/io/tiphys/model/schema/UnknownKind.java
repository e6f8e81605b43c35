package io.tiphys.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The order of an object whose kind the schema lacks: what all kinds of Kubernetes have in common. */
final class UnknownKind {
    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "spec");

    private final ApiSchema schema;

    UnknownKind(ApiSchema schema) {
        this.schema = schema;
    }

    ObjectNode ordered(ObjectNode object) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        for (String name : FIRST) {
            JsonNode value = object.get(name);
            if (value != null) {
                ordered.set(name, value);
            }
        }
        object.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
        replace(ordered, "metadata", "ObjectMeta");
        if (ordered.get("spec") instanceof ObjectNode spec
                && spec.at("/template/spec/containers").isArray()) {
            ObjectNode copy = spec.objectNode().setAll(spec);
            replace(copy, "template", "PodTemplateSpec");
            ordered.set("spec", copy);
        }
        return ordered;
    }

    private void replace(ObjectNode parent, String field, String type) {
        if (parent.get(field) instanceof ObjectNode value) {
            schema.kubernetesType(type).ifPresent(known -> parent.set(field, schema.ordered(value, known)));
        }
    }
}
