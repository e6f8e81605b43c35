package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Keeps a retry away from the nodes where the template failed before, if it asks for that. */
final class RetryAffinity {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private RetryAffinity() {}

    /** @param hosts names of the nodes, known only in a run */
    static void apply(JsonNode retryStrategy, List<String> hosts, ObjectNode podSpec) {
        if (hosts.isEmpty() || !retryStrategy.path("affinity").has("nodeAntiAffinity")) {
            return;
        }
        ObjectNode affinity = Json.copy(podSpec.path("affinity"));
        ObjectNode node = Json.copy(affinity.path("nodeAffinity"));
        ObjectNode required = Json.copy(node.path(REQUIRED));
        ArrayNode terms = Json.listIn(required, "nodeSelectorTerms");
        ObjectNode term = terms.isEmpty() ? Json.object() : Json.copy(terms.get(0));
        ObjectNode expression = Json.object();
        expression.put("key", "kubernetes.io/hostname");
        expression.put("operator", "NotIn");
        expression.set("values", Json.texts(hosts));
        Json.listIn(term, "matchExpressions").add(expression);
        if (terms.isEmpty()) {
            terms.add(term);
        } else {
            terms.set(0, term);
        }
        node.set(REQUIRED, required);
        affinity.set("nodeAffinity", node);
        podSpec.set("affinity", affinity);
    }
}
