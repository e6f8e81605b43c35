package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Defaults of whole objects. */
final class KindDefaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private KindDefaults() {}

    static void apply(ObjectNode object) {
        JsonNode spec = object.path("spec");
        switch (object.path("kind").asText()) {
            case "Pod" -> {
                if (spec instanceof ObjectNode pod) {
                    TypeDefaults.ifAbsent(pod, "enableServiceLinks", JSON.booleanNode(true));
                    hostPorts(pod);
                }
            }
            case "Job" -> {
                if (spec instanceof ObjectNode job) {
                    job(job);
                }
            }
            case "StatefulSet" -> {
                for (JsonNode claim : spec.path("volumeClaimTemplates")) {
                    claimTemplate((ObjectNode) claim);
                }
            }
            case "Secret" -> secret(object);
            case "Namespace" -> {
                String name = object.path("metadata").path("name").asText("");
                if (!name.isEmpty()) {
                    TypeDefaults.ifAbsent(
                            labels((ObjectNode) object.path("metadata")),
                            "kubernetes.io/metadata.name",
                            JSON.textNode(name));
                }
            }
            default -> {}
        }
    }

    /** In the network of the host, a port of a container is one of the host. */
    private static void hostPorts(JsonNode pod) {
        if (!pod.path("hostNetwork").asBoolean()) {
            return;
        }
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode container : pod.path(list)) {
                for (JsonNode port : container.path("ports")) {
                    if (port.path("hostPort").asInt() == 0 && port.has("containerPort")) {
                        ((ObjectNode) port).set("hostPort", port.get("containerPort"));
                    }
                }
            }
        }
    }

    /** What is set when an object comes from the store. */
    static void ofStored(ObjectNode object) {
        switch (object.path("kind").asText()) {
            case "Job" -> {
                JsonNode labels = object.at("/spec/template/metadata/labels");
                if (object.path("metadata") instanceof ObjectNode metadata
                        && metadata.path("labels").isEmpty()
                        && !labels.isEmpty()) {
                    metadata.set("labels", labels.deepCopy());
                }
            }
            case "PersistentVolumeClaim" -> {
                ObjectNode status =
                        object.path("status") instanceof ObjectNode known ? known : object.putObject("status");
                TypeDefaults.ifAbsent(status, "phase", JSON.textNode("Pending"));
            }
            default -> {}
        }
    }

    private static ObjectNode labels(ObjectNode metadata) {
        return metadata.path("labels") instanceof ObjectNode known ? known : metadata.putObject("labels");
    }

    private static void job(ObjectNode spec) {
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.put("completions", 1L);
        }
        TypeDefaults.ifAbsent(spec, "parallelism", JSON.numberNode(1L));
        if (!spec.has("backoffLimit")) {
            spec.put("backoffLimit", spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6L);
        }
        TypeDefaults.ifAbsent(spec, "completionMode", JSON.textNode("NonIndexed"));
        TypeDefaults.ifAbsent(spec, "suspend", JSON.booleanNode(false));
        TypeDefaults.ifAbsent(spec, "manualSelector", JSON.booleanNode(false));
        TypeDefaults.ifAbsent(
                spec,
                "podReplacementPolicy",
                JSON.textNode(spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed"));
    }

    private static void claimTemplate(ObjectNode claim) {
        claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode status = claim.path("status") instanceof ObjectNode known ? known : claim.putObject("status");
        TypeDefaults.ifAbsent(status, "phase", JSON.textNode("Pending"));
    }

    /** Plain texts become data; they win over data of the same key. */
    private static void secret(ObjectNode secret) {
        JsonNode texts = secret.path("stringData");
        if (!texts.isEmpty()) {
            ObjectNode data = secret.path("data") instanceof ObjectNode known ? known : secret.putObject("data");
            texts.properties()
                    .forEach(text -> data.put(
                            text.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(text.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
        secret.remove("stringData");
    }
}
