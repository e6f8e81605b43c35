package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiType;
import java.util.Locale;

/** Defaults of a type that depend on its other fields. */
final class TypeDefaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TypeDefaults() {}

    static void apply(ApiType type, ObjectNode object) {
        switch (type.name()) {
            case "Container", "EphemeralContainer" -> ifAbsent(object, "imagePullPolicy", JSON.textNode(pull(object)));
            case "PodSpec" -> {
                podSpec(object);
                RoundedAmounts.of(object, "overhead");
            }
            case "Volume" -> {
                if (object.size() == 1 && object.has("name")) {
                    object.putObject("emptyDir");
                }
            }
            case "DeploymentStrategy" ->
                rolling(object, JSON.objectNode().put("maxUnavailable", "25%").put("maxSurge", "25%"));
            case "StatefulSetUpdateStrategy" ->
                rolling(object, JSON.objectNode().put("partition", 0L));
            case "DaemonSetUpdateStrategy" ->
                rolling(object, JSON.objectNode().put("maxUnavailable", 1L).put("maxSurge", 0L));
            case "NetworkPolicySpec" -> {
                if (!object.has("policyTypes")) {
                    object.putArray("policyTypes").add("Ingress");
                    if (!object.path("egress").isEmpty()) {
                        object.withArray("policyTypes").add("Egress");
                    }
                }
            }
            case "RbacV1Subject", "Subject" -> {
                String kind = object.path("kind").asText();
                if (kind.equals("User") || kind.equals("Group")) {
                    ifAbsent(object, "apiGroup", JSON.textNode("rbac.authorization.k8s.io"));
                }
            }
            case "ServiceSpec" -> service(object);
            case "LimitRangeItem" -> {
                limits(object);
                RoundedAmounts.of(object, "default", "defaultRequest", "max", "min", "maxLimitRequestRatio");
            }
            case "ResourceRequirements", "VolumeResourceRequirements" ->
                RoundedAmounts.of(object, "limits", "requests");
            case "ResourceQuotaSpec" -> RoundedAmounts.of(object, "hard");
            case "PersistentVolumeSpec" -> RoundedAmounts.of(object, "capacity");
            default -> {}
        }
    }

    static void ifAbsent(ObjectNode object, String field, JsonNode value) {
        if (!object.has(field)) {
            object.set(field, value);
        }
    }

    /** What is named by no tag, or by latest, is pulled always. */
    private static String pull(JsonNode container) {
        String image = container.path("image").asText("");
        int digest = image.indexOf('@');
        String name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        String tag = colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "";
        boolean latest = digest < 0 ? tag.isEmpty() || tag.equals("latest") : tag.equals("latest");
        return latest ? "Always" : "IfNotPresent";
    }

    private static void podSpec(ObjectNode spec) {
        if (spec.hasNonNull("serviceAccountName")) {
            spec.set("serviceAccount", spec.get("serviceAccountName"));
        } else if (spec.hasNonNull("serviceAccount")) {
            spec.set("serviceAccountName", spec.get("serviceAccount"));
        }
    }

    private static void rolling(ObjectNode strategy, ObjectNode defaults) {
        if (!strategy.path("type").asText().equals("RollingUpdate")) {
            return;
        }
        ObjectNode update = strategy.path("rollingUpdate") instanceof ObjectNode known
                ? known
                : strategy.putObject("rollingUpdate");
        defaults.properties().forEach(field -> ifAbsent(update, field.getKey(), field.getValue()));
    }

    private static void service(ObjectNode spec) {
        String type = spec.path("type").asText();
        boolean open = type.equals("NodePort")
                || type.equals("LoadBalancer")
                || !spec.path("externalIPs").isEmpty();
        for (JsonNode port : spec.path("ports")) {
            JsonNode target = port.path("targetPort");
            boolean absent = target.isMissingNode()
                    || target.asText().isEmpty()
                    || target.asText().equals("0");
            if (absent && port.has("port")) {
                ((ObjectNode) port).set("targetPort", port.get("port"));
            }
        }
        if (open) {
            ifAbsent(spec, "externalTrafficPolicy", JSON.textNode("Cluster"));
        }
        if (type.equals("LoadBalancer")) {
            ifAbsent(spec, "allocateLoadBalancerNodePorts", JSON.booleanNode(true));
        }
        if (!type.equals("ExternalName")) {
            ifAbsent(spec, "internalTrafficPolicy", JSON.textNode("Cluster"));
        }
        if (spec.path("sessionAffinity").asText().toLowerCase(Locale.ROOT).equals("clientip")
                && !spec.has("sessionAffinityConfig")) {
            spec.putObject("sessionAffinityConfig").putObject("clientIP").put("timeoutSeconds", 10_800L);
        }
    }

    /** Of containers: default is max where absent, defaultRequest is default, else min. */
    private static void limits(ObjectNode item) {
        if (!item.path("type").asText().equals("Container")) {
            return;
        }
        copy(item, "max", "default");
        copy(item, "default", "defaultRequest");
        copy(item, "min", "defaultRequest");
    }

    private static void copy(ObjectNode item, String from, String to) {
        item.path(from).properties().forEach(entry -> {
            ObjectNode target = item.path(to) instanceof ObjectNode known ? known : item.putObject(to);
            ifAbsent(target, entry.getKey(), entry.getValue());
        });
    }
}
