package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiSchema;
import java.util.Optional;

/** Argo's types and fields, their types and the versions that have them. */
final class ApiFields implements Row {

    @Override
    public String name() {
        return "api/fields";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        if (!corpus.has("lint/api/fields-by-version.json")) {
            return;
        }
        ObjectNode real = JsonNodeFactory.instance.objectNode();
        corpus.json("lint/api/fields-by-version.json")
                .properties()
                .forEach(type -> real.set(shortName(type.getKey()), shortNames(type.getValue())));
        JsonNode ours = new ApiTable(ApiSchema.get()).build();
        real.properties()
                .forEach(type ->
                        tally.compare(type.getKey(), () -> Same.difference(type.getValue(), ours.path(type.getKey()))));
        ours.fieldNames().forEachRemaining(name -> {
            if (!real.has(name)) {
                tally.compare(name, () -> Optional.of("real has no such type"));
            }
        });
    }

    /** Our schema has no use for the Go packages of types. */
    private static JsonNode shortNames(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(shortName(node.textValue()));
        } else if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), shortNames(field.getValue())));
            return copy;
        }
        return node;
    }

    private static String shortName(String type) {
        return type.replaceAll("\\bio\\.[A-Za-z0-9.]*\\.", "");
    }
}
