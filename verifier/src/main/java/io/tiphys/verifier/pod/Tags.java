package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text as YAML or JSON although tags without value are left in it: {@code cpu: {{inputs.parameters.n}}} is neither.
 * Each tag becomes a number that stands nowhere else, and what was read gets the tags back, as texts.
 */
final class Tags {
    private final List<String> tags = new ArrayList<>();
    private final String prefix;
    private final String text;

    Tags(String text) {
        String unused = "9110";
        while (text.contains(unused)) {
            unused += "7";
        }
        this.prefix = unused;
        this.text = Substitution.replace(text, tag -> {
            tags.add("{{" + tag + "}}");
            return Optional.of(mark(tags.size() - 1));
        });
    }

    private String mark(int index) {
        return prefix + (1000 + index);
    }

    /** The text with numbers in the place of tags. */
    String hidden() {
        return text;
    }

    /** What was read from the text, with the tags back. */
    JsonNode shown(JsonNode json) {
        return tags.isEmpty() ? json : show(json);
    }

    private JsonNode show(JsonNode node) {
        if (node instanceof ObjectNode) {
            ObjectNode result = Json.object();
            node.properties().forEach(field -> result.set(show(field.getKey()), show(field.getValue())));
            return result;
        }
        if (node instanceof ArrayNode) {
            ArrayNode result = Json.list(List.of());
            node.forEach(item -> result.add(show(item)));
            return result;
        }
        if (node.isTextual() || node.isNumber()) {
            String before = node.asText();
            String after = show(before);
            return after.equals(before) ? node : new TextNode(after);
        }
        return node;
    }

    private String show(String value) {
        String result = value;
        if (result.contains(prefix)) {
            for (int i = 0; i < tags.size(); i++) {
                result = result.replace(mark(i), tags.get(i));
            }
        }
        return result;
    }
}
