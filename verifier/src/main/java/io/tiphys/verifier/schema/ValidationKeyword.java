package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields of an object fit together, as {@code x-validations} asks in CEL. The rule of a violation is the one that is broken. */
final class ValidationKeyword implements Keyword {
    static final String NAME = "x-validations";

    private final String type;
    private final JsonNode rules;
    private final List<Validation> validations = new ArrayList<>();

    ValidationKeyword(String type, JsonNode rules) {
        this.type = type;
        this.rules = rules;
        rules.forEach(rule -> validations.add(new Validation(rule)));
    }

    @Override
    public void check(JsonNode value, ValuePath at, List<Violation> found) {
        if (!value.isObject()) {
            return;
        }
        for (int i = 0; i < validations.size(); i++) {
            Validation validation = validations.get(i);
            Optional<String> problem = validation.problem(value);
            if (problem.isPresent()) {
                ValuePath place = validation.field().isEmpty() ? at : at.field(validation.field());
                found.add(new Violation(type, NAME, rules.get(i), place, value, problem.get()));
            }
        }
    }
}
