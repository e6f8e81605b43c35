package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as {@code %s} and {@code string()} write them. */
final class ValueText {
    /** As many digits of a second as are needed. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    /** Exponents from which {@code %s} and {@code string()} write a number with its exponent. */
    private static final int EXPONENT_OF_FORMAT = 21;

    private static final int EXPONENT_OF_STRING = 6;

    private ValueText() {}

    static String of(Object value) {
        return value instanceof String text ? text : nested(value, false);
    }

    private static String nested(Object value, boolean quoted) {
        if (value instanceof String text) {
            return quoted ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text;
        } else if (value instanceof CelByteString bytes) {
            return (quoted ? "b" : "") + nested(bytes.toStringUtf8(), quoted);
        } else if (value instanceof Double number) {
            return quoted ? literal(number) : number(number);
        } else if (value instanceof Boolean || value instanceof Long || value instanceof UnsignedLong) {
            return value.toString();
        } else if (value instanceof NullValue) {
            return "null";
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(item -> nested(item, true)).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(nested(key, true), nested(item, true)));
            return sorted.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Duration duration) {
            return quoted ? "duration(\"" + duration(duration) + "\")" : duration(duration);
        } else if (value instanceof Instant instant) {
            String text = TIMESTAMP.format(Timestamps.withOffset(instant));
            return quoted ? "timestamp(\"" + text + "\")" : text;
        } else if (value instanceof CelType type) {
            return Types.textOf(type);
        }
        throw new CelFailure("error during formatting: string clause can only be used on strings, bools, bytes, ints,"
                + " doubles, maps, lists, types, durations, and timestamps, was given " + Types.nameOf(value));
    }

    /** In a list or map, numbers have six decimals, and what is no number is quoted. */
    private static String literal(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).setScale(6, RoundingMode.HALF_EVEN).toPlainString()
                : "\"" + number(number) + "\"";
    }

    /** Seconds with at most nine decimals: {@code 1.5s}. */
    static String duration(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return (seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString()) + "s";
    }

    /** As {@code %s} writes it: with an exponent below 1e-4 and from 1e21. */
    static String number(double number) {
        return number(number, EXPONENT_OF_FORMAT);
    }

    /** As {@code string()} writes it: with an exponent below 1e-4 and from where it has more digits than six. */
    static String shortNumber(double number) {
        return number(number, EXPONENT_OF_STRING);
    }

    private static String number(double number, int largest) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number < 0 ? "-Inf" : "+Inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest(number);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < largest) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(exponent).toPlainString();
        String power = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (power.length() < 2 ? "0" + power : power);
    }

    /** The fewest digits that give the number back. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = exact.round(new MathContext(1, RoundingMode.HALF_EVEN));
        for (int digits = 2; rounded.doubleValue() != number; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
        return rounded.stripTrailingZeros();
    }
}
