package io.tiphys.verifier.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes' quantities ({@code 500m}, {@code 1.5Gi}, {@code 1e3}) and their canonical form.
 *
 * <p>Source: Kubernetes API reference, "Quantity", and recorded answers.
 */
public final class Quantities {
    private static final Pattern FORM =
            Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,6})?");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigInteger KIBI = BigInteger.valueOf(1024);
    private static final int MAX_EXPONENT = 400;

    private Quantities() {}

    private record Parsed(BigDecimal value, String suffix, boolean fraction) {
        boolean isBinary() {
            return suffix.endsWith("i");
        }

        boolean isExponent() {
            return suffix.length() > 1 && !isBinary();
        }
    }

    /** Its value, or nothing if the text is no quantity. */
    public static Optional<BigDecimal> value(String text) {
        return parse(text).map(Parsed::value);
    }

    /** The canonical form, as the API server and Argo write it back; nothing if the text is no quantity. */
    public static Optional<String> canonical(String text) {
        String trimmed = text.strip();
        return parse(trimmed).map(quantity -> isKept(quantity) ? trimmed : write(quantity));
    }

    private static Optional<Parsed> parse(String text) {
        if (text.length() > MAX_EXPONENT) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(2);
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        if (whole.isEmpty() && fraction.isEmpty()) {
            return Optional.empty();
        }
        String suffix = matcher.group(4) == null ? "" : matcher.group(4);
        BigDecimal value = new BigDecimal(new BigInteger(whole + fraction), fraction.length());
        if (matcher.group(1).equals("-")) {
            value = value.negate();
        }
        if (suffix.endsWith("i")) {
            value = value.multiply(new BigDecimal(KIBI.pow(BINARY.indexOf(suffix))));
        } else if (suffix.length() > 1) {
            int exponent = Integer.parseInt(suffix.substring(1));
            if (Math.abs(exponent) > MAX_EXPONENT) {
                return Optional.empty();
            }
            value = value.scaleByPowerOfTen(exponent);
        } else if (!suffix.isEmpty()) {
            value = value.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 3));
        }
        return Optional.of(new Parsed(value, suffix, !fraction.isEmpty()));
    }

    /** Go keeps the text of a whole decimal number whose digits have no zero at the end and whose power of ten is one of 1000. */
    private static boolean isKept(Parsed quantity) {
        BigDecimal value = quantity.value();
        return !quantity.isBinary()
                && !quantity.fraction()
                && value.signum() != 0
                && value.scale() % 3 == 0
                && value.scale() <= 9
                && value.precision() <= 18
                && value.unscaledValue().mod(BigInteger.TEN).signum() != 0;
    }

    private static String write(Parsed quantity) {
        BigDecimal value = quantity.value();
        if (value.scale() > 9) {
            value = value.setScale(9, RoundingMode.UP);
        }
        value = value.stripTrailingZeros();
        if (value.signum() == 0) {
            return "0";
        }
        if (quantity.isBinary() && value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(1024)) >= 0) {
            return binary(value.toBigIntegerExact());
        }
        int exponent = Math.floorDiv(-value.scale(), 3) * 3;
        if (quantity.isExponent()) {
            return value.scaleByPowerOfTen(-exponent).toBigIntegerExact() + (exponent == 0 ? "" : "e" + exponent);
        }
        int bounded = Math.min(exponent, 18);
        return value.scaleByPowerOfTen(-bounded).toBigIntegerExact() + DECIMAL.get(bounded / 3 + 3);
    }

    private static String binary(BigInteger value) {
        BigInteger rest = value;
        int power = 0;
        while (power < BINARY.size() - 1 && rest.mod(KIBI).signum() == 0) {
            rest = rest.divide(KIBI);
            power++;
        }
        return rest + BINARY.get(power);
    }
}
