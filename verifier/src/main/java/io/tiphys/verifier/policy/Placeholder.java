package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of an object that is not known, as its text with placeholders. Immutable. */
final class Placeholder {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FieldKind kind;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final boolean whole;

    /** A tag with its braces, or a text between tags, which has no name. */
    private record Part(String text, String tag) {}

    private Placeholder(String text, FieldKind kind) {
        this.kind = kind;
        Matcher matcher = TAG.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Part(text.substring(end, matcher.start()), ""));
            parts.add(new Part(matcher.group(), matcher.group(1)));
            tags.add(matcher.group(1));
            end = matcher.end();
        }
        parts.add(new Part(text.substring(end), ""));
        this.whole = TAG.matcher(text).matches();
    }

    /** What stands at a place; a value that is no text with placeholders is one placeholder as a whole. */
    static Placeholder of(PolicySubject subject, JsonPointer pointer) {
        JsonNode value = subject.object().at(pointer);
        boolean template = value.isTextual() && TAG.matcher(value.textValue()).find();
        return new Placeholder(
                template ? value.textValue() : "{{" + value + "}}", FieldKind.of(subject.resource(), pointer));
    }

    FieldKind kind() {
        return kind;
    }

    /** The names of its placeholders. */
    List<String> tags() {
        return tags;
    }

    /** Whether it is one placeholder and nothing else. */
    boolean isWhole() {
        return whole;
    }

    /** Its value where placeholders become these texts; one that is not among them stays. */
    JsonNode with(Map<String, String> assignment) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(part.tag().isEmpty() ? part.text() : assignment.getOrDefault(part.tag(), part.text()));
        }
        String text = filled.toString();
        return switch (kind) {
            case INTEGER ->
                WHOLE_NUMBER.matcher(text).matches() ? NODES.numberNode(Long.parseLong(text)) : NODES.textNode(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? NODES.booleanNode(Boolean.parseBoolean(text))
                        : NODES.textNode(text);
            case QUANTITY, TEXT -> NODES.textNode(text);
        };
    }
}
