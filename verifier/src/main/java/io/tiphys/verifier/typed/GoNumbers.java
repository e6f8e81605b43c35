package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers as Go writes them into JSON. */
public final class GoNumbers {
    private GoNumbers() {}

    /** The text of a number: integers beyond 64 bits as floating point, exponents only below 1e-6 and from 1e21 on. */
    public static String text(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            return Long.toString(number.longValue());
        }
        double value = number.doubleValue();
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e21) {
            return exact.toPlainString();
        }
        int exponent = exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.scaleByPowerOfTen(-exponent);
        String sign = exponent < 0 ? "-" : "+";
        int digits = Math.abs(exponent);
        String padded = digits < 10 && exponent > 0 ? "0" + digits : Integer.toString(digits);
        return mantissa.toPlainString() + "e" + sign + padded;
    }
}
