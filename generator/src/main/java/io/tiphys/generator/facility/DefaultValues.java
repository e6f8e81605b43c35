package io.tiphys.generator.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that the parameters of a workflow have when nobody gives them, for objects that know no parameters.
 *
 * @param byTag {@code inputs.parameters.NAME} or {@code workflow.parameters.NAME} → value
 */
record DefaultValues(Map<String, String> byTag) {
    /** A tag that Argo would fill; others, as of Go's templates, are the program's own. */
    private static final Pattern TAG = Pattern.compile(
            "\\{\\{\\s*(=[^{}]*|(?:inputs|outputs|workflow|steps|tasks|item|pod|node|retries|lastRetry)\\b[^{}]*?)\\s*}}");

    DefaultValues {
        byTag = Map.copyOf(byTag);
    }

    /** Those of a workflow's spec and its first template. */
    static DefaultValues of(JsonNode spec) {
        Map<String, String> values = new LinkedHashMap<>();
        add(values, "workflow", spec.at("/arguments/parameters"));
        add(values, "inputs", spec.at("/templates/0/inputs/parameters"));
        return new DefaultValues(values);
    }

    private static void add(Map<String, String> values, String family, JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            if (parameter.has("value")) {
                String value =
                        new DefaultValues(values).in(parameter.path("value").asText());
                values.put(family + ".parameters." + parameter.path("name").asText(), value);
            }
        }
    }

    /** A copy in which each tag is its value; the declarations of parameters are gone. */
    JsonNode in(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(in(node.asText()));
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(in(item)));
            return copy;
        } else if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), in(field.getValue()));
            }
            return copy;
        }
        return node;
    }

    private String in(String text) {
        Matcher tag = TAG.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (tag.find()) {
            String value = byTag.get(tag.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        tag.group() + " has no value outside a workflow; give the parameter a default");
            }
            tag.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return tag.appendTail(filled).toString();
    }
}
