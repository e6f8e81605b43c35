package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource: {@code 500m} of CPU, {@code 1.5Gi} of memory, plain {@code 2}.
 *
 * <p>Source: Kubernetes API reference, "Quantity".
 */
public final class Quantity implements ApiValue {
    private static final String ALLOWED =
            "a number, alone or with n, u, m, k, M, G, T, P, E, with Ki, Mi, Gi, Ti, Pi, Ei, or with an exponent e3";
    private static final String EXAMPLE = "500m, 2, 1.5Gi";

    private final JsonNode json;

    private Quantity(JsonNode json) {
        this.json = json;
    }

    /**
     * A quantity from its text.
     *
     * @throws BadValueException if Kubernetes would not read it
     */
    public static Quantity of(String text) {
        return new Quantity(Texts.checked(text, problem(text)));
    }

    /** A whole number: bytes, cores, devices. */
    public static Quantity of(long number) {
        return of(Long.toString(number));
    }

    /**
     * A quantity read from a file, kept as it is.
     *
     * @throws BadValueException if it is none
     */
    public static Quantity fromJson(JsonNode json) {
        Texts.refuse(
                json.isTextual() || json.isNumber()
                        ? problem(json.asText())
                        : Texts.bad("is no quantity", json.toString(), ALLOWED, EXAMPLE));
        return new Quantity(json.isTextual() ? TextNode.valueOf(json.textValue()) : json);
    }

    /** What is wrong with a text, if anything. */
    public static Optional<String> problem(String text) {
        if (Texts.holdsTag(text) || QuantityText.amount(text).isPresent()) {
            return Optional.empty();
        }
        String unit = QuantityText.unit(text);
        String what = unit.isEmpty() ? "is no quantity" : "is no quantity: unknown unit \"" + unit + "\"";
        return Texts.bad(what, text, ALLOWED, EXAMPLE);
    }

    /** The amount in the basic unit: cores, bytes; nothing if it is an expression. */
    public Optional<BigDecimal> amount() {
        return QuantityText.amount(text());
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity value
                && (text().equals(value.text()) || (amount().isPresent() && amount().equals(value.amount())));
    }

    @Override
    public int hashCode() {
        return amount().isPresent() ? amount().hashCode() : text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
