package io.tiphys.verifier.expr.loop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.tiphys.verifier.expr.TemplateText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a list of items; numbers stay as they are spelled. */
final class Items {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MOST = 10_000;

    private Items() {}

    /** A value: how it is shown, and its compact JSON with the signs of HTML escaped. */
    private record Value(JsonToken kind, String text, String json, List<Value> items, Map<String, Value> entries) {
        /** A text as it stands in JSON, between its quotes; of a list, its items between blanks. */
        String shown() {
            return switch (kind) {
                case VALUE_STRING -> unescaped(json.substring(1, json.length() - 1));
                case START_ARRAY -> items.stream().map(Value::shown).collect(Collectors.joining(" ", "[", "]"));
                default -> unescaped(json);
            };
        }

        /** What a variable gets of it inside a map. */
        String member() {
            return kind == JsonToken.VALUE_STRING ? shown() : unescaped(json);
        }

        private static String unescaped(String json) {
            return json.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
        }
    }

    static Loop read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return Loop.refused("an empty text is no list");
            }
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return parser.nextToken() == null ? Loop.of(List.of()) : Loop.refused("text follows the list");
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return Loop.refused("it is no list");
            }
            Value list = value(parser, text);
            if (parser.nextToken() != null) {
                return Loop.refused("text follows the list");
            }
            return list.items().size() > MOST
                    ? Loop.undetermined("a list of more than " + MOST + " items")
                    : Loop.of(list.items().stream().map(Items::item).toList());
        } catch (JsonProcessingException e) {
            return Loop.refused("it is no list of JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return Loop.refused("it is no list of JSON");
        }
    }

    private static Item item(Value value) {
        Map<String, String> values = new TreeMap<>();
        if (value.kind() == JsonToken.START_OBJECT) {
            value.entries().forEach((key, member) -> values.put("item." + key, member.member()));
            values.put("item", value.json());
            String shown = value.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue().member())
                    .sorted()
                    .collect(Collectors.joining(","));
            return new Item(shown, values);
        }
        boolean nothing = value.kind() == JsonToken.VALUE_NULL;
        boolean number = value.kind().isNumeric();
        boolean tooLarge = number && Double.isInfinite(Double.parseDouble(value.text()));
        values.put("item", tooLarge ? "" : value.kind() == JsonToken.VALUE_STRING ? value.text() : value.json());
        return new Item(nothing ? "[]" : value.shown(), values);
    }

    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** Texts stay as they are spelled, too. */
    private static Value value(JsonParser parser, String text) throws IOException {
        JsonToken kind = parser.currentToken();
        List<Value> items = new ArrayList<>();
        Map<String, Value> entries = new TreeMap<>();
        if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, text));
            }
            String json = items.stream().map(Value::json).collect(Collectors.joining(",", "[", "]"));
            return new Value(kind, json, json, items, entries);
        }
        if (kind == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                entries.put(key, value(parser, text));
            }
            String json = entries.entrySet().stream()
                    .map(entry -> TemplateText.quoted(entry.getKey()) + ":"
                            + entry.getValue().json())
                    .collect(Collectors.joining(",", "{", "}"));
            return new Value(kind, json, json, items, entries);
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getText();
        String spelled = text.substring(start, (int) parser.currentLocation().getCharOffset());
        return new Value(kind, value, kind == JsonToken.VALUE_STRING ? escaped(spelled) : value, items, entries);
    }
}
