package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as text, or a text with a tag that becomes one: values of metrics.
 *
 * <p>Source: Go, {@code strconv.ParseFloat}.
 */
public final class NumberOrExpression implements ApiValue {
    private static final String ALLOWED = "a number as text, or a text with {{…}} that becomes one";
    private static final String EXAMPLE = "1, 0.5, {{duration}}";
    private static final int LONGEST = 400;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[-+]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][-+]?[0-9]+");
    private static final Pattern SIGN = Pattern.compile("^[-+]");
    private static final Set<String> INFINITE = Set.of("inf", "infinity");

    private final TextNode json;

    private NumberOrExpression(TextNode json) {
        this.json = json;
    }

    /**
     * A number or expression as text.
     *
     * @throws BadValueException if it is neither
     */
    public static NumberOrExpression of(String text) {
        return new NumberOrExpression(Texts.checked(text, problem(text)));
    }

    /** A whole number. */
    public static NumberOrExpression of(long number) {
        return of(Long.toString(number));
    }

    /** A number; written without exponent. */
    public static NumberOrExpression of(double number) {
        return of(
                Double.isFinite(number)
                        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                        : Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
    }

    /**
     * A value read from a file.
     *
     * @throws BadValueException if it is no text, no number as text and no expression
     */
    public static NumberOrExpression fromJson(JsonNode json) {
        return of(Texts.text(json, ALLOWED, EXAMPLE));
    }

    /** What is wrong with a text, if anything. */
    public static Optional<String> problem(String text) {
        return Texts.holdsTag(text) || number(text).isPresent()
                ? Optional.empty()
                : Texts.bad("is no number", text, ALLOWED, EXAMPLE);
    }

    private static OptionalDouble number(String text) {
        if (text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        String word = SIGN.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
        if (INFINITE.contains(word)) {
            return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else if (text.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        boolean number =
                DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches();
        return number ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** The number; nothing if it is an expression. */
    public OptionalDouble number() {
        return number(text());
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberOrExpression value
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
