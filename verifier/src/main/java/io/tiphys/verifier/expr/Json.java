package io.tiphys.verifier.expr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** JSON as Go reads it into values and writes it from them. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The one number whose sign a tree of JSON forgets, where it is a whole text; inside others nobody writes it. */
    private static final Pattern NEGATIVE_ZERO = Pattern.compile("^\\s*-0(?=\\s*$)");

    private Json() {}

    /** The value of a text of JSON; all numbers have a fraction. */
    static Object parse(String text) throws ValueException {
        try {
            JsonNode node = MAPPER.readTree(NEGATIVE_ZERO.matcher(text).replaceAll("$0.0"));
            if (node.isMissingNode()) {
                throw ValueException.failure("an empty text is no JSON");
            }
            return value(node);
        } catch (StreamConstraintsException e) {
            throw ValueException.unknown("JSON of that size");
        } catch (JsonProcessingException e) {
            throw ValueException.failure("not JSON: " + e.getOriginalMessage());
        }
    }

    /** The value of a node. */
    static Object value(JsonNode node) throws ValueException {
        if (node.isObject()) {
            Map<String, Object> values = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                values.put(whole(field.getKey()), value(field.getValue()));
            }
            return new Entries(values);
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : node) {
                items.add(value(item));
            }
            return Listing.any(items);
        }
        if (node.isNumber()) {
            double value = node.doubleValue();
            if (Double.isInfinite(value)) {
                throw ValueException.failure(node.asText() + " is beyond the numbers of 64 bits");
            }
            return value;
        }
        return node.isTextual() ? whole(node.textValue()) : node.isBoolean() ? node.booleanValue() : Nil.NIL;
    }

    /** Halves of surrogate pairs become the replacement character. */
    private static String whole(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .forEach(c -> result.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return result.toString();
    }

    /** Compact JSON. */
    static String write(Object value) throws ValueException {
        return write(value, "", true);
    }

    /** JSON with two blanks for each level. */
    static String pretty(Object value) throws ValueException {
        return write(value, "\n", true);
    }

    /** Compact JSON in which the signs of HTML stay as they are. */
    static String raw(Object value) throws ValueException {
        return write(value, "", false);
    }

    /** A text as JSON. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder();
        new JsonWriter(json, true).string(text);
        return json.toString();
    }

    private static String write(Object value, String line, boolean html) throws ValueException {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, html).write(value, line);
        return text.toString();
    }
}
