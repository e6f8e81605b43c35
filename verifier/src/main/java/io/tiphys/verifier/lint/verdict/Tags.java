package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.verifier.expr.Replacement;
import io.tiphys.verifier.expr.Scope;
import io.tiphys.verifier.expr.Strictness;
import io.tiphys.verifier.expr.TemplateText;
import io.tiphys.verifier.lint.spec.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Tags in a part of a workflow. Argo looks for them in its JSON as one text; as long as every text of it closes its own
 * braces, that is the same as in each text alone, which is quicker.
 */
final class Tags {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    /** What Argo takes for a reference to a parameter, anywhere in a text. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{[-a-zA-Z0-9]+(\\.[-a-zA-Z0-9_]+)*}}");
    /** What stands in JSON, and between Go's quotes, as it is. */
    private static final Pattern PLAIN = Pattern.compile("[ !#-%'-;=?-\\[\\]-~]*");

    private Tags() {}

    static boolean isParameter(String text) {
        return PARAMETER.matcher(text).find();
    }

    /** All texts of a value, names of fields included. */
    private static void texts(JsonNode json, Consumer<String> consumer) {
        if (json.isTextual()) {
            consumer.accept(json.textValue());
        } else if (json.isObject()) {
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                consumer.accept(entry.getKey());
                texts(entry.getValue(), consumer);
            }
        } else if (json.isArray()) {
            json.forEach(item -> texts(item, consumer));
        }
    }

    /** Whether there may be a tag. */
    static boolean isIn(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue().contains(OPEN);
        }
        for (JsonNode item : json) {
            if (isIn(item)) {
                return true;
            }
        }
        return json.isObject()
                && json.properties().stream().anyMatch(entry -> entry.getKey().contains(OPEN));
    }

    private static List<String> tagged(JsonNode json) {
        List<String> tagged = new ArrayList<>();
        texts(json, text -> {
            if (text.contains(OPEN)) {
                tagged.add(text);
            }
        });
        return tagged;
    }

    /** The content of each tag, as it stands in JSON; nothing if one is not closed. */
    static Optional<List<String>> of(JsonNode json, GoText form) {
        List<String> all = new ArrayList<>();
        for (String text : tagged(json)) {
            Optional<List<String>> tags = TemplateText.tags(quoted(text));
            if (tags.isEmpty()) {
                return form.of(json).flatMap(TemplateText::tags);
            }
            all.addAll(tags.get());
        }
        return Optional.of(all);
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : TemplateText.quoted(text);
    }

    /**
     * A template with values in the place of tags; of names that have none, the tag stays.
     *
     * @return nothing where the values make it no JSON, or a tag is not closed
     */
    static Optional<JsonNode> fill(JsonNode template, Map<String, String> values) {
        List<String> tagged = tagged(template);
        if (tagged.isEmpty()) {
            return Optional.of(template);
        }
        Filling filling = new Filling(values);
        if (tagged.stream().allMatch(text -> TemplateText.tags(text).isPresent())) {
            JsonNode filled = filling.fill(template);
            return filling.failed ? Optional.empty() : Optional.of(filled);
        }
        return GoText.TEMPLATE.of(template).flatMap(text -> parsed(filling.replace(text)));
    }

    private static Optional<JsonNode> parsed(Replacement replacement) {
        try {
            return replacement.text().isPresent()
                    ? Optional.of(MAPPER.readTree(replacement.text().get()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Puts values into one text after the other. */
    private static final class Filling {
        private final Map<String, String> values;
        private Optional<Scope> scope = Optional.empty();
        private boolean failed;

        Filling(Map<String, String> values) {
            this.values = values;
        }

        JsonNode fill(JsonNode json) {
            if (json.isTextual()) {
                return json.textValue().contains(OPEN) ? TextNode.valueOf(text(json.textValue())) : json;
            }
            if (json.isObject()) {
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                json.properties().forEach(entry -> result.set(text(entry.getKey()), fill(entry.getValue())));
                return result;
            }
            if (json.isArray()) {
                ArrayNode result = JsonNodeFactory.instance.arrayNode();
                json.forEach(item -> result.add(fill(item)));
                return result;
            }
            return json;
        }

        private String text(String text) {
            return text.contains(OPEN) ? simple(text).orElseGet(() -> exact(text)) : text;
        }

        /** The quick way, for plain texts, names and values. */
        private Optional<String> simple(String text) {
            StringBuilder result = new StringBuilder();
            int at = 0;
            for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
                int end = text.indexOf(CLOSE, open + OPEN.length());
                String tag = text.substring(open + OPEN.length(), end);
                if (tag.startsWith("=")
                        || tag.contains(OPEN)
                        || !PLAIN.matcher(tag).matches()) {
                    return Optional.empty();
                }
                String value = values.get(tag.strip());
                if (value != null && !PLAIN.matcher(value).matches()) {
                    return Optional.empty();
                }
                result.append(text, at, open).append(value == null ? OPEN + tag + CLOSE : value);
                at = end + CLOSE.length();
            }
            return Optional.of(result.append(text.substring(at)).toString());
        }

        private String exact(String text) {
            Replacement replacement = TemplateText.replace(text, scope(), Strictness.NONE);
            failed |= replacement.text().isEmpty();
            return replacement.text().orElse(text);
        }

        Replacement replace(String json) {
            return TemplateText.replaceJson(json, scope(), Strictness.NONE);
        }

        private Scope scope() {
            if (scope.isEmpty()) {
                Scope.Builder all = new Scope.Builder();
                values.forEach(all::text);
                scope = Optional.of(all.build());
            }
            return scope.get();
        }
    }
}
