package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A label selector: all requirements hold. Without any, it selects everything. */
record LabelSelector(List<Requirement> requirements) {

    record Requirement(String key, String operator, List<String> values) {

        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> false;
            };
        }
    }

    LabelSelector {
        requirements = List.copyOf(requirements);
    }

    static LabelSelector of(JsonNode node) {
        List<Requirement> requirements = new ArrayList<>();
        node.path("matchLabels")
                .properties()
                .forEach(label -> requirements.add(new Requirement(
                        label.getKey(), "In", List.of(label.getValue().asText()))));
        for (JsonNode expression : node.path("matchExpressions")) {
            requirements.add(new Requirement(
                    expression.path("key").asText(),
                    expression.path("operator").asText(),
                    Json.texts(expression.path("values"))));
        }
        return new LabelSelector(requirements);
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }

    /** The labels of an object. */
    static Map<String, String> labels(JsonNode object) {
        Map<String, String> labels = new HashMap<>();
        object.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
