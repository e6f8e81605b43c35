package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Map;

/** Label selectors, and what they select. */
final class Selectors {
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    private Selectors() {}

    static void check(Node selector, Problems problems) {
        Metadata.labels(selector.get("matchLabels"), problems);
        for (Node term : selector.items("matchExpressions")) {
            expression(term, OPERATORS, KubernetesRules.LABEL, problems);
        }
    }

    /** A term with key, operator and values. */
    static void expression(Node term, List<String> operators, Rule rule, Problems problems) {
        if (problems.required(term, "key")) {
            problems.addAll(KubernetesRules.LABEL, term.get("key"), Names.qualifiedName(term.text("key")));
        }
        String operator = term.text("operator");
        if (!operators.contains(operator)) {
            problems.add(
                    KubernetesRules.CHOICE,
                    term.get("operator"),
                    "the operator \"" + operator + "\" is not one of " + String.join(", ", operators));
        }
        int values = term.json().path("values").size();
        String wrong =
                switch (operator) {
                    case "In", "NotIn" -> values == 0 ? "needs values" : "";
                    case "Exists", "DoesNotExist" -> values > 0 ? "takes no values" : "";
                    case "Gt", "Lt" -> values != 1 ? "needs exactly one value, a whole number" : "";
                    default -> "";
                };
        if (!wrong.isEmpty()) {
            problems.add(rule, term.get("values"), "the operator " + operator + " " + wrong);
        }
    }

    static boolean isEmpty(Node selector) {
        return selector.json().path("matchLabels").isEmpty()
                && selector.json().path("matchExpressions").isEmpty();
    }

    /** Whether the labels have all that the selector asks for. */
    static boolean matches(Node selector, JsonNode labels) {
        for (Map.Entry<String, JsonNode> label :
                selector.json().path("matchLabels").properties()) {
            if (!labels.path(label.getKey()).equals(label.getValue())) {
                return false;
            }
        }
        for (JsonNode term : selector.json().path("matchExpressions")) {
            JsonNode value = labels.path(term.path("key").asText());
            boolean in = false;
            for (JsonNode allowed : term.path("values")) {
                in |= allowed.equals(value);
            }
            boolean holds =
                    switch (term.path("operator").asText()) {
                        case "In" -> in;
                        case "NotIn" -> !in;
                        case "Exists" -> !value.isMissingNode();
                        case "DoesNotExist" -> value.isMissingNode();
                        default -> true;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
