package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule of the full CRDs over several fields, as the schema states it in CEL.
 *
 * @param place the type it is about, {@code DAGTask}, or a field whose entries it is about, {@code WorkflowSpec.templates[]}
 * @param id the rule of the findings
 * @param rule the expression about {@code self}
 * @param message what is said where it does not hold
 */
public record CrdRule(String place, String id, String rule, String message) {

    /** All of them, in the order of the schema. */
    public static List<CrdRule> all() {
        List<CrdRule> rules = new ArrayList<>();
        collect("", ApiSchema.get().argo().path("$defs"), rules);
        return List.copyOf(rules);
    }

    private static void collect(String place, JsonNode schema, List<CrdRule> rules) {
        for (JsonNode validation : schema.path(ValidationKeyword.NAME)) {
            rules.add(new CrdRule(
                    place,
                    validation.path("id").asText(),
                    validation.path("rule").asText(),
                    validation.path("message").asText()));
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            if (entry.getValue().isObject()) {
                String inner =
                        switch (entry.getKey()) {
                            case "properties" -> place;
                            case "items", "additionalProperties" -> place + "[]";
                            default -> place.isEmpty() ? entry.getKey() : place + "." + entry.getKey();
                        };
                collect(inner, entry.getValue(), rules);
            }
        }
    }
}
