package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The order of two values: numbers of any type by value, others only among their own. */
final class Order {
    private Order() {}

    static int compare(Object first, Object second) {
        if (isNumber(first) && isNumber(second)) {
            return compareNumbers(first, second);
        }
        if (first instanceof String a && second instanceof String b) {
            return Integer.signum(a.compareTo(b));
        }
        if (first instanceof Boolean a && second instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (first instanceof Duration a && second instanceof Duration b) {
            return a.compareTo(b);
        }
        if (first instanceof Instant a && second instanceof Instant b) {
            return a.compareTo(b);
        }
        if (first instanceof CelByteString a && second instanceof CelByteString b) {
            return java.util.Arrays.compareUnsigned(a.toByteArray(), b.toByteArray());
        }
        throw CelFailure.noSuchOverload();
    }

    /** Whether values of this sort have an order. */
    static boolean isOrdered(Object value) {
        return isNumber(value)
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Duration
                || value instanceof Instant
                || value instanceof CelByteString;
    }

    /** Whether {@link #compare} knows which of the two comes first. */
    static boolean areComparable(Object first, Object second) {
        return (isNumber(first) && isNumber(second)) || first.getClass().equals(second.getClass());
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof UnsignedLong;
    }

    private static int compareNumbers(Object first, Object second) {
        if (first instanceof Long a && second instanceof Long b) {
            return a.compareTo(b);
        }
        double a = ((Number) first).doubleValue();
        double b = ((Number) second).doubleValue();
        if (!Double.isFinite(a) || !Double.isFinite(b) || (first instanceof Double && second instanceof Double)) {
            return Double.compare(a, b);
        }
        return exact(first).compareTo(exact(second));
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof UnsignedLong unsigned) {
            return new BigDecimal(unsigned.bigIntegerValue());
        }
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal((Double) number);
    }
}
