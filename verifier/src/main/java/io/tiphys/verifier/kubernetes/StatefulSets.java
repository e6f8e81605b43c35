package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** StatefulSets, whose pods have a volume for each template of a claim. */
final class StatefulSets {
    private StatefulSets() {}

    static void check(Node spec, Node template, Problems problems) {
        Pods.template(new Node(template.at(), withClaims(spec, template)), problems);
        problems.choice(spec, "podManagementPolicy", List.of("OrderedReady", "Parallel"));
        Node strategy = spec.get("updateStrategy");
        problems.choice(strategy, "type", List.of("RollingUpdate", "OnDelete"));
        if (strategy.text("type").equals("OnDelete")) {
            problems.forbidden(
                    KubernetesRules.POD, strategy, "rollingUpdate", "the strategy OnDelete has no rollingUpdate");
        }
        problems.notNegative(strategy.get("rollingUpdate"), "partition");
        problems.notNegative(spec.get("ordinals"), "start");
        for (String field : List.of("whenDeleted", "whenScaled")) {
            problems.choice(spec.get("persistentVolumeClaimRetentionPolicy"), field, List.of("Delete", "Retain"));
        }
        problems.name(KubernetesRules.NAME, spec, "serviceName", Names::dns1123Label);
        for (Node claim : spec.items("volumeClaimTemplates")) {
            Claims.claim(claim.get("spec"), false, problems);
        }
    }

    /** The template with the volumes of the claims before its own; host names come from the set. */
    private static com.fasterxml.jackson.databind.JsonNode withClaims(Node spec, Node template) {
        if (!(template.json() instanceof ObjectNode object)
                || !object.path("spec").isObject()) {
            return template.json();
        }
        ObjectNode copy = object.deepCopy();
        ObjectNode pod = (ObjectNode) copy.path("spec");
        pod.remove(List.of("hostname", "subdomain"));
        List<Node> claims = spec.items("volumeClaimTemplates");
        if (claims.isEmpty()) {
            return copy;
        }
        Map<String, ObjectNode> volumes = new LinkedHashMap<>();
        for (Node claim : claims) {
            String name = claim.get("metadata").text("name");
            ObjectNode volume = copy.objectNode().put("name", name);
            volume.putObject("persistentVolumeClaim").put("claimName", name);
            volumes.put(name, volume);
        }
        ArrayNode all = copy.arrayNode();
        for (Node own : template.get("spec").items("volumes")) {
            all.add(own.json());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (volumes.containsKey(all.get(i).path("name").asText())) {
                all.remove(i);
            }
        }
        volumes.values().forEach(all::add);
        pod.set("volumes", all);
        return copy;
    }
}
