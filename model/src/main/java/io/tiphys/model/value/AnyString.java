package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that a file may also hold as a number or a boolean, as values of parameters; Argo reads all three as text.
 * What is made here is written as text, which the API server takes too.
 */
public final class AnyString implements ApiValue {
    private static final String ALLOWED = "a text, a number, true or false";
    private static final String EXAMPLE = "hello, 3, {{inputs.parameters.x}}";

    private final JsonNode json;

    private AnyString(JsonNode json) {
        this.json = json;
    }

    /** A text. */
    public static AnyString of(String text) {
        return new AnyString(TextNode.valueOf(text));
    }

    /** A whole number, as text. */
    public static AnyString of(long number) {
        return of(Long.toString(number));
    }

    /** A number, as text without exponent. */
    public static AnyString of(double number) {
        if (!Double.isFinite(number)) {
            refuse(String.valueOf(number));
        }
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return of(exact.toPlainString());
    }

    /** A boolean, as text. */
    public static AnyString of(boolean value) {
        return of(String.valueOf(value));
    }

    /**
     * A text, number, boolean, or a reference: an object whose text holds {@code {{…}}}.
     *
     * @throws BadValueException for anything else
     */
    public static AnyString of(Object value) {
        if (value instanceof AnyString same) {
            return same;
        } else if (value instanceof Double || value instanceof Float) {
            return of(((Number) value).doubleValue());
        }
        String text = String.valueOf(value);
        boolean scalar = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        boolean list = value instanceof Iterable || value instanceof java.util.Map || value instanceof Object[];
        if (!scalar && (list || !Texts.holdsTag(text))) {
            refuse(text);
        }
        return of(text);
    }

    /**
     * A value read from a file, kept as it is.
     *
     * @throws BadValueException if it is a list or a map
     */
    public static AnyString fromJson(JsonNode json) {
        if (!json.isTextual() && !json.isNumber() && !json.isBoolean()) {
            refuse(json.toString());
        }
        return new AnyString(json);
    }

    /** Never anything: each text is one. */
    public static Optional<String> problem(String text) {
        return Optional.empty();
    }

    private static void refuse(String seen) {
        Texts.refuse(Texts.bad("is no plain value", seen, ALLOWED, EXAMPLE));
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnyString value && text().equals(value.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
