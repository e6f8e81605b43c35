package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.util.Optional;

/** Quantities, compared. */
final class Amounts {
    private Amounts() {}

    /** The amount that a value writes; nothing for what is no quantity. */
    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() ? Quantities.value(value.asText()) : Optional.empty();
    }

    static boolean isWhole(JsonNode value) {
        return of(value).map(amount -> amount.stripTrailingZeros().scale() <= 0).orElse(true);
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
