package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of 32 bits, as number or text, or a text with a tag that becomes one: Kubernetes' IntOrString where
 * Argo reads a number.
 */
public final class IntOrExpression implements ApiValue {
    private static final String ALLOWED = "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
            + ", or a text with {{…}} that becomes one";
    private static final String EXAMPLE = "3, {{inputs.parameters.limit}}";
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

    private final JsonNode json;

    private IntOrExpression(JsonNode json) {
        this.json = json;
    }

    /**
     * A number or expression as text.
     *
     * @throws BadValueException if it is neither
     */
    public static IntOrExpression of(String text) {
        return new IntOrExpression(Texts.checked(text, problem(text)));
    }

    /**
     * A number.
     *
     * @throws BadValueException if it has more than 32 bits
     */
    public static IntOrExpression of(long number) {
        Texts.refuse(problem(Long.toString(number)));
        return new IntOrExpression(LongNode.valueOf(number));
    }

    /**
     * A value read from a file, kept as it is.
     *
     * @throws BadValueException if it is no such number and no expression
     */
    public static IntOrExpression fromJson(JsonNode json) {
        Texts.refuse(
                json.isTextual() || json.isIntegralNumber()
                        ? problem(json.asText())
                        : Texts.bad("is no whole number", json.toString(), ALLOWED, EXAMPLE));
        return new IntOrExpression(json.isTextual() ? TextNode.valueOf(json.textValue()) : json);
    }

    /** What is wrong with a text, if anything. */
    public static Optional<String> problem(String text) {
        return Texts.holdsTag(text) || number(text).isPresent()
                ? Optional.empty()
                : Texts.bad("is no whole number of 32 bits", text, ALLOWED, EXAMPLE);
    }

    private static OptionalInt number(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() <= 31 ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    /** The number; nothing if it is an expression. */
    public OptionalInt number() {
        return number(text());
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntOrExpression value
                && (text().equals(value.text()) || (number().isPresent() && number().equals(value.number())));
    }

    @Override
    public int hashCode() {
        return number().isPresent() ? number().hashCode() : text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
