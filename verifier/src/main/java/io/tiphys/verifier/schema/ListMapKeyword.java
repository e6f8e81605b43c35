package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entries of a list differ in the named fields, as {@code x-kubernetes-list-map-keys} asks. */
final class ListMapKeyword extends AbstractKeyword {
    static final String NAME = "x-list-map-keys";

    ListMapKeyword() {
        super(NAME);
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode keys, Schema parent, SchemaContext context) {
        return new Validator(this, keys, location, parent, context);
    }

    /** A part of the key; the API server sets the default of a protocol before it compares. */
    private static JsonNode part(JsonNode item, String key) {
        JsonNode value = item.path(key);
        return value.isMissingNode() && key.equals("protocol") ? TextNode.valueOf("TCP") : value;
    }

    private static final class Validator extends BaseKeywordValidator {
        private final List<String> keys = new ArrayList<>();

        Validator(Keyword keyword, JsonNode keys, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, keys, location, parent, context);
            keys.forEach(key -> this.keys.add(key.asText()));
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            Set<List<JsonNode>> seen = new HashSet<>();
            for (int i = 0; i < node.size(); i++) {
                JsonNode item = node.path(i);
                List<JsonNode> key = keys.stream().map(name -> part(item, name)).toList();
                if (item.isObject() && !key.get(0).isMissingNode() && !seen.add(key)) {
                    execution.addError(error().instanceNode(item)
                            .instanceLocation(path.append(i))
                            .evaluationPath(execution.getEvaluationPath())
                            .locale(execution.getExecutionConfig().getLocale())
                            .message(String.join(", ", keys))
                            .build());
                }
            }
        }
    }
}
