package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The AppArmor profile of a container that stands in an annotation of the pod, as in older versions, gets its field. */
final class AppArmor {
    private static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";
    private static final String FIELD = "appArmorProfile";
    private static final String LOCAL = "localhost/";

    private AppArmor() {}

    static void apply(ObjectNode pod) {
        if (!(pod.path("metadata") instanceof ObjectNode metadata)
                || pod.at("/spec/os/name").asText().equals("windows")) {
            return;
        }
        JsonNode ofPod = pod.at("/spec/securityContext/" + FIELD);
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                apply(metadata, (ObjectNode) container, ofPod);
            }
        }
    }

    private static void apply(ObjectNode metadata, ObjectNode container, JsonNode ofPod) {
        String key = PREFIX + container.path("name").asText();
        JsonNode own = container.path("securityContext").path(FIELD);
        JsonNode field = own.isMissingNode() ? ofPod : own;
        String annotation = metadata.path("annotations").path(key).asText("");
        if (field.isMissingNode() && !annotation.isEmpty()) {
            ObjectNode context = container.path("securityContext") instanceof ObjectNode known
                    ? known
                    : container.putObject("securityContext");
            context.set(FIELD, profile(annotation));
        }
    }

    private static ObjectNode profile(String annotation) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        if (annotation.startsWith(LOCAL)) {
            return profile.put("type", "Localhost").put("localhostProfile", annotation.substring(LOCAL.length()));
        }
        return profile.put("type", annotation.equals("unconfined") ? "Unconfined" : "RuntimeDefault");
    }
}
