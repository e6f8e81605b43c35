package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of resources as the API server keeps them: thousandths, rounded up, and nothing finer. */
final class RoundedAmounts {
    private static final int MILLI = 3;

    private RoundedAmounts() {}

    /** Rounds the amounts in these fields of an object. */
    static void of(ObjectNode object, String... lists) {
        for (String list : lists) {
            object.path(list).properties().forEach(entry -> entry.setValue(rounded(entry.getValue())));
        }
    }

    /** Binary amounts end at 2^63 - 1. */
    private static boolean isTooBig(String amount) {
        return amount.endsWith("i")
                && Quantities.value(amount)
                        .map(value -> value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0)
                        .orElse(false);
    }

    private static JsonNode rounded(JsonNode amount) {
        if (!amount.isTextual()) {
            return amount;
        }
        if (isTooBig(amount.textValue())) {
            return JsonNodeFactory.instance.textNode(Long.toString(Long.MAX_VALUE));
        }
        boolean exponent = amount.textValue().matches(".*[eE][-+]?[0-9]+");
        String suffix = exponent ? "e-3" : "m";
        return Quantities.value(amount.textValue())
                .filter(value -> value.stripTrailingZeros().scale() > MILLI)
                .map(value -> value.setScale(MILLI, RoundingMode.CEILING).scaleByPowerOfTen(MILLI))
                .flatMap(value -> Quantities.canonical(value.toBigInteger() + suffix))
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElse(amount);
    }
}
