package io.tiphys.verifier.expr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts values where tags stand, as the controller does: on the JSON of an object, in which a tag runs from two opening
 * braces to the next two closing ones, wherever they are.
 */
public final class TemplateText {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final Scope scope;
    private final Strictness strictness;
    private final List<String> unknown = new ArrayList<>();

    private TemplateText(Scope scope, Strictness strictness) {
        this.scope = scope;
        this.strictness = strictness;
    }

    /** Replaces tags in the value of one field. */
    public static Replacement replace(String text, Scope scope, Strictness strictness) {
        Replacement json = replaceJson(Json.quoted(text), scope, strictness);
        if (json.text().isEmpty()) {
            return json;
        }
        try {
            String value = MAPPER.readTree(json.text().get()).textValue();
            return new Replacement(Optional.of(value), Optional.empty(), false, json.unknown());
        } catch (JsonProcessingException e) {
            return Replacement.refused("the values make it no text any more", false, json.unknown());
        }
    }

    /** Replaces tags in JSON; the result is JSON again. */
    public static Replacement replaceJson(String json, Scope scope, Strictness strictness) {
        TemplateText template = new TemplateText(scope, strictness);
        if (!isJson(json)) {
            return Replacement.refused("not JSON", false, List.of());
        }
        try {
            String text = template.replace(json);
            return isJson(text)
                    ? new Replacement(Optional.of(text), Optional.empty(), false, template.unknown)
                    : Replacement.refused("a value has characters that JSON does not take", false, template.unknown);
        } catch (TagException e) {
            return Replacement.refused(e.message(), e.isMissing(), template.unknown);
        }
    }

    /** A text as JSON, in the form in which the controller looks for tags. */
    public static String quoted(String text) {
        return Json.quoted(text);
    }

    /** The tags of a text of JSON, as written between the braces; empty if one is not closed. */
    public static Optional<List<String>> tags(String json) {
        List<String> tags = new ArrayList<>();
        int at = json.indexOf(OPEN);
        while (at >= 0) {
            int end = json.indexOf(CLOSE, at + OPEN.length());
            if (end < 0) {
                return Optional.empty();
            }
            tags.add(json.substring(at + OPEN.length(), end));
            at = json.indexOf(OPEN, end + CLOSE.length());
        }
        return Optional.of(tags);
    }

    private static boolean isJson(String text) {
        try {
            return !MAPPER.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private String replace(String json) throws TagException {
        if (tags(json).isEmpty()) {
            throw new TagException("\"{{\" has no \"}}\" behind it", false);
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        int open = json.indexOf(OPEN);
        while (open >= 0) {
            int end = json.indexOf(CLOSE, open + OPEN.length());
            String tag = json.substring(open + OPEN.length(), end);
            result.append(json, at, open).append(tag.startsWith("=") ? expression(tag) : simple(tag));
            at = end + CLOSE.length();
            open = json.indexOf(OPEN, at);
        }
        return result.append(json.substring(at)).toString();
    }

    private String expression(String tag) throws TagException {
        TagExpression expression = new TagExpression(scope, strictness);
        Optional<String> value = expression.value(tag.substring(1));
        expression.unknown().ifPresent(unknown::add);
        return value.orElse(OPEN + tag + CLOSE);
    }

    private String simple(String tag) throws TagException {
        String name = Texts.trim(tag, Chars::isSpace);
        Optional<Object> value = scope.value(name);
        if (value.isPresent()) {
            return simple(name, value.get()).orElse(OPEN + tag + CLOSE);
        }
        int inner = tag.lastIndexOf(OPEN);
        if (inner > 0) {
            String nested = tag.substring(inner + OPEN.length());
            Object found = scope.value(nested).orElse(0L);
            if (found == Nil.NIL) {
                throw new TagException("{{" + tag + "}} is made of an output that is absent", false);
            }
            if (found instanceof Names.Unknown variable) {
                unknown.add(variable.name());
                return OPEN + tag + CLOSE;
            }
            if (found instanceof String text) {
                return OPEN + tag.substring(0, inner) + GoQuote.inner(text);
            }
        }
        if (strictness.coversTag(name)) {
            throw new TagException("{{" + tag + "}} has no value", true);
        }
        return OPEN + tag + CLOSE;
    }

    private Optional<String> simple(String name, Object value) throws TagException {
        if (value instanceof Names.Unknown variable) {
            unknown.add(variable.name());
            return Optional.empty();
        }
        if (value == Nil.NIL) {
            throw new TagException("{{" + name + "}} is an output that is absent", false);
        }
        if (!(value instanceof String text)) {
            throw new TagException("{{" + name + "}} is no text", true);
        }
        return Optional.of(GoQuote.inner(text));
    }
}
