package io.tiphys.verifier.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Kubernetes quantity: {@code 100m}, {@code 1.5Gi}, {@code 1e3}. Compared by value, exact to nano units. */
@Immutable
final class Quantity extends OpaqueValue {
    /** The words of Kubernetes for a text that is none. */
    static final String WRONG_FORMAT =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static final int LONGEST = 64;
    private static final int NANO = 9;
    private static final Pattern TEXT = Pattern.compile(
            "([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:(Ki|Mi|Gi|Ti|Pi|Ei)|([numkMGTPE]?)|[eE]([+-]?[0-9]{1,3}))");
    private static final Map<String, Integer> BINARY =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final BigDecimal LARGEST = new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE));

    private final BigDecimal amount;
    /** Whether Kubernetes keeps it as a scaled 64-bit number; only such values convert to integers. */
    private final boolean small;

    private Quantity(BigDecimal amount, boolean small) {
        this.amount = amount;
        this.small = small;
    }

    /** The quantity that a text writes, or nothing. */
    static Optional<Quantity> parse(String text) {
        Matcher matcher = text.length() > LONGEST ? null : TEXT.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(2).replaceFirst("^0+", "");
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        if (matcher.group(2).isEmpty() && fraction.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(new BigInteger("0" + whole + fraction), fraction.length());
        int digits = whole.length() + fraction.length();
        boolean small;
        if (matcher.group(4) != null) {
            int exponent = BINARY.getOrDefault(matcher.group(4), 0);
            amount = amount.multiply(new BigDecimal(BigInteger.TWO.pow(exponent)));
            small = fraction.isEmpty() && 15 - digits - exponent * 3 / 10 - 1 >= 0;
        } else {
            int exponent = matcher.group(6) == null
                    ? DECIMAL.getOrDefault(matcher.group(5), 0)
                    : Integer.parseInt(matcher.group(6));
            amount = amount.scaleByPowerOfTen(exponent);
            small = digits <= 18 && exponent - fraction.length() >= -NANO;
        }
        if (amount.scale() > NANO) {
            amount = amount.setScale(NANO, RoundingMode.UP);
        }
        if (matcher.group(4) != null && !small && amount.compareTo(LARGEST) > 0) {
            amount = LARGEST;
        }
        return Optional.of(new Quantity("-".equals(matcher.group(1)) ? amount.negate() : amount, small));
    }

    int sign() {
        return amount.signum();
    }

    Optional<Long> integer() {
        boolean fits = small
                && amount.stripTrailingZeros().scale() <= 0
                && amount.abs().compareTo(LARGEST) <= 0;
        return fits ? Optional.of(amount.longValueExact()) : Optional.empty();
    }

    double approximateFloat() {
        return amount.doubleValue();
    }

    int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), small && other.small);
    }

    Quantity negated() {
        return new Quantity(amount.negate(), small);
    }

    static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value), true);
    }

    @Override
    public Quantity value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.QUANTITY;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && amount.compareTo(quantity.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString();
    }
}
