package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes values as Go's encoding/json does: keys in order, the signs of HTML escaped. */
final class JsonWriter {
    private final StringBuilder text;
    private final boolean html;

    JsonWriter(StringBuilder text, boolean html) {
        this.text = text;
        this.html = html;
    }

    /**
     * Writes a value.
     *
     * @param line a line feed and the blanks of the outer level, or nothing for compact JSON
     */
    void write(Object value, String line) throws ValueException {
        if (value == Nil.NIL) {
            text.append("null");
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Double number) {
            text.append(Floats.json(number));
        } else if (value instanceof Int64 number) {
            text.append(number.value());
        } else if (value instanceof Span span) {
            text.append(span.nanos());
        } else if (value instanceof Boolean || value instanceof Long) {
            text.append(value);
        } else if (value instanceof Listing list) {
            list(list.items(), line);
        } else if (value instanceof Entries entries) {
            entries(entries, line);
        } else if (value instanceof Names.Function) {
            throw ValueException.failure("a function has no JSON");
        } else {
            throw ValueException.unknown("the JSON of such a value");
        }
    }

    private void list(List<Object> items, String line) throws ValueException {
        String inner = line.isEmpty() ? "" : line + "  ";
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ",").append(inner);
            write(items.get(i), inner);
        }
        text.append(items.isEmpty() ? "" : line).append(']');
    }

    private void entries(Entries entries, String line) throws ValueException {
        String inner = line.isEmpty() ? "" : line + "  ";
        text.append('{');
        List<Map.Entry<String, Object>> all = new ArrayList<>(entries.values().entrySet());
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : ",").append(inner);
            string(all.get(i).getKey());
            text.append(line.isEmpty() ? ":" : ": ");
            write(all.get(i).getValue(), inner);
        }
        text.append(all.isEmpty() ? "" : line).append('}');
    }

    void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> plain(c);
            }
        }
        text.append('"');
    }

    private void plain(char c) {
        boolean sign = html && (c == '<' || c == '>' || c == '&');
        if (c < ' ' || sign || c == '\u2028' || c == '\u2029') {
            text.append("\\u").append(Character.forDigit(c >> 12, 16));
            text.append(Character.forDigit((c >> 8) & 15, 16)).append(Character.forDigit((c >> 4) & 15, 16));
            text.append(Character.forDigit(c & 15, 16));
        } else {
            text.append(c);
        }
    }
}
