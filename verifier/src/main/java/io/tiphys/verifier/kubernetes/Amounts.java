package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Quantities, compared. */
final class Amounts {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private Amounts() {}

    /** The amount that a value writes; nothing for what is no quantity. */
    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() ? Quantities.value(value.asText().strip()) : Optional.empty();
    }

    /** Whether it is a whole number. The server counts binary units in thousandths of 64 bits, which may overflow. */
    static boolean isWhole(JsonNode value) {
        boolean binary = value.asText().endsWith("i");
        return of(value)
                .map(amount -> amount.stripTrailingZeros().scale() <= 0
                        && (!binary || amount.toBigInteger().multiply(THOUSAND).longValue() % 1000 == 0))
                .orElse(true);
    }

    static boolean isNegative(JsonNode value) {
        return of(value).map(amount -> amount.signum() < 0).orElse(false);
    }

    /** Whether both are quantities and the first is more. */
    static boolean isMore(JsonNode first, JsonNode second) {
        return of(first)
                .flatMap(one -> of(second).map(other -> one.compareTo(other) > 0))
                .orElse(false);
    }

    /** Whether both are quantities and differ. */
    static boolean differ(JsonNode first, JsonNode second) {
        return of(first)
                .flatMap(one -> of(second).map(other -> one.compareTo(other) != 0))
                .orElse(false);
    }
}
