package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The secret with which Argo's containers reach a cluster other than their own. */
record KubeConfig(String volumeName, String secret, String key, String mountPath) {
    static KubeConfig of(JsonNode settings) {
        return new KubeConfig(
                textOr(settings.path("volumeName"), "kubeconfig"),
                settings.path("secretName").asText(),
                settings.path("secretKey").asText(),
                textOr(settings.path("mountPath"), "/kube/config"));
    }

    private static String textOr(JsonNode value, String fallback) {
        return Json.isSet(value) ? value.asText() : fallback;
    }

    ObjectNode volume() {
        ObjectNode volume = Json.object();
        volume.put("name", volumeName);
        volume.putObject("secret").put("secretName", secret);
        return volume;
    }

    ObjectNode mount() {
        return Mounts.readOnly(volumeName, mountPath).put("subPath", key);
    }
}
