package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The admission plugins that are on by default: ServiceAccount, Priority, DefaultTolerationSeconds, storage protection. */
final class Admission {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String TOKEN_VOLUME = "kube-api-access-xxxxx";
    private static final long TOKEN_SECONDS = 3607;
    private static final long TOLERATED_SECONDS = 300;
    /** The classes that every cluster has. */
    private static final Map<String, Long> PRIORITIES =
            Map.of("system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

    private Admission() {}

    static void apply(ObjectNode object) {
        switch (object.path("kind").asText()) {
            case "Pod" -> {
                if (object.path("spec") instanceof ObjectNode spec) {
                    serviceAccount(spec);
                    priority(spec);
                    tolerations(spec);
                }
            }
            case "PersistentVolumeClaim" -> finalizer(object, "kubernetes.io/pvc-protection");
            case "PersistentVolume" -> finalizer(object, "kubernetes.io/pv-protection");
            default -> {}
        }
    }

    private static void finalizer(ObjectNode object, String name) {
        ObjectNode metadata = (ObjectNode) object.path("metadata");
        ArrayNode finalizers =
                metadata.path("finalizers") instanceof ArrayNode known ? known : metadata.putArray("finalizers");
        for (JsonNode finalizer : finalizers) {
            if (finalizer.asText().equals(name)) {
                return;
            }
        }
        finalizers.add(name);
    }

    private static void serviceAccount(ObjectNode spec) {
        if (spec.path("serviceAccountName").asText("").isEmpty()) {
            spec.put("serviceAccountName", "default").put("serviceAccount", "default");
        }
        if (!spec.path("automountServiceAccountToken").asBoolean(true)) {
            return;
        }
        boolean mounted = false;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                mounted |= mount((ObjectNode) container);
            }
        }
        if (mounted) {
            array(spec, "volumes").add(tokenVolume());
        }
    }

    private static boolean mount(ObjectNode container) {
        for (JsonNode mount : container.path("volumeMounts")) {
            if (mount.path("mountPath").asText().equals(TOKEN_PATH)) {
                return false;
            }
        }
        array(container, "volumeMounts")
                .addObject()
                .put("name", TOKEN_VOLUME)
                .put("readOnly", true)
                .put("mountPath", TOKEN_PATH);
        return true;
    }

    private static ObjectNode tokenVolume() {
        ObjectNode volume = JSON.objectNode().put("name", TOKEN_VOLUME);
        ObjectNode projected = volume.putObject("projected");
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", TOKEN_SECONDS)
                .put("path", "token");
        sources.addObject()
                .putObject("configMap")
                .put("name", "kube-root-ca.crt")
                .putArray("items")
                .addObject()
                .put("key", "ca.crt")
                .put("path", "ca.crt");
        ObjectNode namespace =
                sources.addObject().putObject("downwardAPI").putArray("items").addObject();
        namespace.put("path", "namespace");
        namespace.putObject("fieldRef").put("apiVersion", "v1").put("fieldPath", "metadata.namespace");
        projected.put("defaultMode", 420L);
        return volume;
    }

    private static void priority(ObjectNode spec) {
        String name = spec.path("priorityClassName").asText("");
        Long known = PRIORITIES.get(name);
        if (name.isEmpty() || known != null) {
            TypeDefaults.ifAbsent(spec, "priority", JSON.numberNode(known == null ? 0L : known));
            TypeDefaults.ifAbsent(spec, "preemptionPolicy", JSON.textNode("PreemptLowerPriority"));
        }
    }

    private static void tolerations(ObjectNode spec) {
        for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            if (!isTolerated(spec, taint)) {
                array(spec, "tolerations")
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", TOLERATED_SECONDS);
            }
        }
    }

    private static boolean isTolerated(ObjectNode spec, String taint) {
        for (JsonNode toleration : spec.path("tolerations")) {
            String key = toleration.path("key").asText("");
            String effect = toleration.path("effect").asText("");
            if ((key.equals(taint) || key.isEmpty()) && (effect.isEmpty() || effect.equals("NoExecute"))) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode array(ObjectNode object, String field) {
        return object.path(field) instanceof ArrayNode known ? known : object.putArray(field);
    }
}
