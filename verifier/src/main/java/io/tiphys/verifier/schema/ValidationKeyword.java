package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Fields of an object fit together, as {@code x-validations} asks in CEL. The property of an error is the number of the rule. */
final class ValidationKeyword extends AbstractKeyword {
    static final String NAME = "x-validations";

    ValidationKeyword() {
        super(NAME);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode rules, Schema parent, SchemaContext context) {
        return new Validator(this, rules, location, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {
        private final List<Validation> validations = new ArrayList<>();

        Validator(Keyword keyword, JsonNode rules, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, rules, location, parent, context);
            rules.forEach(rule -> validations.add(new Validation(rule)));
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            if (!node.isObject()) {
                return;
            }
            for (int i = 0; i < validations.size(); i++) {
                int number = i;
                String field = validations.get(i).field();
                NodePath at = field.isEmpty() ? path : path.append(field);
                validations
                        .get(i)
                        .problem(node)
                        .ifPresent(problem -> execution.addError(error().instanceNode(node)
                                .instanceLocation(at)
                                .evaluationPath(execution.getEvaluationPath())
                                .locale(execution.getExecutionConfig().getLocale())
                                .property(Integer.toString(number))
                                .message(problem)
                                .build()));
            }
        }
    }
}
