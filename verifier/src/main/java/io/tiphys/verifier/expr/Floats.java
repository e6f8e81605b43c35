package io.tiphys.verifier.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with a fraction as Go writes them: the fewest digits that mean the same number. */
final class Floats {
    private static final int MOST_DIGITS = 17;

    private Floats() {}

    /** As in a text. */
    static String text(double value) {
        return write(value, 1e-4, 6, false);
    }

    /** As in JSON; infinite numbers have none. */
    static String json(double value) throws ValueException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw ValueException.failure("JSON has no number like " + text(value));
        }
        return write(value, 1e-6, 21, true);
    }

    private static String write(double value, double smallest, int most, boolean json) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = shortest(value);
        int exponent = exact.precision() - exact.scale() - 1;
        if (Math.abs(value) >= smallest && exponent < most) {
            return exact.toPlainString();
        }
        String mantissa =
                exact.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        String digits = Integer.toString(Math.abs(exponent));
        boolean padded = digits.length() < 2 && !(json && exponent < 0);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (padded ? "0" : "") + digits;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal result = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            result = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (result.doubleValue() == value) {
                break;
            }
        }
        BigDecimal stripped = result.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
