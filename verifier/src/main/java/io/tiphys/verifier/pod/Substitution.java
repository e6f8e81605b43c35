package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.verifier.expr.Expressions;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts values where {@code {{tags}}} stand, in texts and in the names of map entries. What has no value stays as it is
 * written.
 */
final class Substitution {
    private final Values values;
    private final Origins origins;

    Substitution(Values values, Origins origins) {
        this.values = values;
        this.origins = origins;
    }

    /** The tags of a text, in order, without braces and outer blanks. */
    static List<String> tags(String text) {
        return TagText.parse(text).tags().stream().map(Tag::name).toList();
    }

    /** The text with values in the place of tags. */
    static String replace(String text, Function<String, Optional<String>> values) {
        return TagText.parse(text).replace(tag -> values.apply(tag.name()).orElse(null));
    }

    String apply(String text) {
        return TagText.hasTags(text) ? replace(text, this::value) : text;
    }

    /** The value of a tag; of an expression, if all that it asks for is known. */
    private Optional<String> value(String tag) {
        return tag.startsWith("=")
                ? Expressions.tag(tag.substring(1), values.scope()).value()
                : values.value(tag);
    }

    JsonNode apply(JsonNode node) {
        if (node instanceof TextNode) {
            String before = node.textValue();
            String after = apply(before);
            if (after.equals(before)) {
                return node;
            }
            JsonNode result = new TextNode(after);
            origins.copied(result, node);
            return result;
        }
        if (node instanceof ObjectNode) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            origins.copied(result, node);
            node.properties().forEach(field -> result.set(apply(field.getKey()), apply(field.getValue())));
            return result;
        }
        if (node instanceof ArrayNode) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            origins.copied(result, node);
            node.forEach(item -> result.add(apply(item)));
            return result;
        }
        return node;
    }

    ObjectNode applyTo(ObjectNode node) {
        return (ObjectNode) apply(node);
    }
}
