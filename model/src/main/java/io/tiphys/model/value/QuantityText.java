package io.tiphys.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a Kubernetes quantity. */
final class QuantityText {
    private static final int LONGEST = 100;
    private static final int LARGEST_EXPONENT = 400;
    private static final Pattern FORM = Pattern.compile(
            "([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([KMGTPE]i)|([numkMGTPE])|[eE]([-+]?[0-9]{1,5}))?");
    private static final Pattern UNIT = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*([^0-9.\\s].*)");
    private static final String BINARY = "KMGTPE";
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

    private QuantityText() {}

    /** The amount, without zeros at its end so that equal ones are equal; nothing if the text is no quantity. */
    static Optional<BigDecimal> amount(String text) {
        Matcher form = text.length() > LONGEST ? null : FORM.matcher(text.strip());
        if (form == null || !form.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group(1));
        if (form.group(2) != null) {
            BigInteger unit =
                    BigInteger.TWO.pow(10 * (BINARY.indexOf(form.group(2).charAt(0)) + 1));
            return Optional.of(plain(number.multiply(new BigDecimal(unit))));
        }
        int exponent = form.group(4) != null
                ? Integer.parseInt(form.group(4))
                : form.group(3) != null ? DECIMAL.getOrDefault(form.group(3), 0) : 0;
        return Math.abs(exponent) > LARGEST_EXPONENT
                ? Optional.empty()
                : Optional.of(plain(number.scaleByPowerOfTen(exponent)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** What stands behind the number. */
    static String unit(String text) {
        Matcher unit = text.length() > LONGEST ? null : UNIT.matcher(text.strip());
        return unit != null && unit.matches() ? unit.group(1) : "";
    }
}
