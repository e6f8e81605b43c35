package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.name.NameForm;
import java.util.Map;

/** Selectors of labels, as Kubernetes reads them. */
final class Selectors {
    private Selectors() {}

    static void check(JsonNode selector, JsonPointer at) throws RefusedException {
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            key(label.getKey(), at);
            value(label.getValue().asText(), at);
        }
        for (JsonNode requirement : Fields.items(selector, "matchExpressions")) {
            String operator = Fields.text(requirement, "operator");
            boolean valued = !requirement.path("values").isEmpty();
            boolean right =
                    switch (operator) {
                        case "In", "NotIn" -> valued;
                        case "Exists", "DoesNotExist" -> !valued;
                        default -> false;
                    };
            if (!right) {
                throw new RefusedException(at, "the operator \"" + operator + "\" is none, or does not fit its values");
            }
            key(Fields.text(requirement, "key"), at);
            for (JsonNode value : requirement.path("values")) {
                value(value.asText(), at);
            }
        }
    }

    private static void key(String key, JsonPointer at) throws RefusedException {
        if (!NameForm.LABEL_KEY.matches(key)) {
            throw new RefusedException(at, "\"" + key + "\" is no key of a label");
        }
    }

    private static void value(String value, JsonPointer at) throws RefusedException {
        if (!NameForm.LABEL_VALUE.matches(value)) {
            throw new RefusedException(at, "\"" + value + "\" is no value of a label");
        }
    }
}
