package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Go's yaml.v2 recognises them, that is by strconv's ParseInt (base 0), ParseUint and ParseFloat. */
final class GoNumbers {
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    /** After a leading point underscores are not taken away first, so they must stand between digits. */
    private static final Pattern POINT_FIRST = Pattern.compile("\\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?");

    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final int LONGEST = 100;

    private GoNumbers() {}

    /** The whole number that a plain scalar stands for; 0x, 0b, 0o and a leading 0 set the base. */
    static Optional<BigInteger> integer(String text) {
        String digits = text.replace("_", "");
        boolean signed = digits.startsWith("-") || digits.startsWith("+");
        String body = signed ? digits.substring(1) : digits;
        int radix = 10;
        if (body.length() > 1 && body.charAt(0) == '0') {
            char marker = Character.toLowerCase(body.charAt(1));
            radix = marker == 'x' ? 16 : marker == 'b' ? 2 : 8;
            body = body.substring(marker == 'x' || marker == 'b' || marker == 'o' ? 2 : 1);
        }
        if (body.isEmpty() || body.length() > LONGEST) {
            return Optional.empty();
        }
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return Optional.empty();
            }
        }
        BigInteger value = new BigInteger(body, radix);
        if (digits.startsWith("-")) {
            value = value.negate();
        }
        boolean fits = value.compareTo(MIN_LONG) >= 0
                && value.compareTo(MAX_UNSIGNED) <= 0
                && !(signed && value.bitLength() > 63);
        return fits ? Optional.of(value) : Optional.empty();
    }

    /** The floating point number that a plain scalar stands for. One too great for 64 bits is none. */
    static Optional<Double> decimal(String text) {
        boolean point = text.startsWith(".");
        String digits = text.replace("_", "");
        if (!(point ? POINT_FIRST.matcher(text) : FLOAT.matcher(digits)).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }

    /** As JSON. */
    static JsonNode json(BigInteger value) {
        return value.bitLength() <= 63 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** As Go's JSON writes it: without a point where it is whole and below 1e21. */
    static JsonNode json(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e21
                ? json(new BigDecimal(Double.toString(value)).toBigInteger())
                : DoubleNode.valueOf(value);
    }

    /** As the text of a key: Go's {@code FormatFloat(value, 'g', -1, 32)}. */
    static String key(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        float rounded = (float) value;
        if (Float.isInfinite(rounded)) {
            return value < 0 ? "-.inf" : ".inf";
        }
        if (rounded == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Float.toString(rounded)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return shortest.toPlainString();
        }
        String unscaled = shortest.unscaledValue().abs().toString();
        String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return (shortest.signum() < 0 ? "-" : "") + unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + size;
    }
}
