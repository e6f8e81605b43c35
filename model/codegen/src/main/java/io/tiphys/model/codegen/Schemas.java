package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What both schema documents have in common. */
final class Schemas {
    /** Identifier of the Argo document. */
    static final String ARGO = "https://tiphys.io/schema/argo";
    /** Identifier of the Kubernetes document. */
    static final String KUBERNETES = "https://tiphys.io/schema/kubernetes";

    private Schemas() {}

    /** No field that is not listed: Kubernetes' strict field validation, and {@code argo lint --strict}. */
    static void close(ObjectNode document) {
        for (JsonNode type : document.path("$defs")) {
            if (type.has("properties") && !type.has("additionalProperties")) {
                ((ObjectNode) type).put("additionalProperties", false);
            }
        }
    }

    /** The short names of all Kubernetes types that a document refers to. */
    static Set<String> kubernetesReferences(JsonNode document) {
        Set<String> names = new TreeSet<>();
        collect(document, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getKey().equals("$ref") && field.getValue().isTextual()) {
                    String reference = field.getValue().textValue();
                    if (reference.startsWith(KUBERNETES)) {
                        names.add(shortName(reference));
                    }
                } else {
                    collect(field.getValue(), names);
                }
            }
        } else {
            for (JsonNode item : node) {
                collect(item, names);
            }
        }
    }

    /** The last part of a reference. */
    static String shortName(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
