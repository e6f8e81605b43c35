package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;

import com.google.common.primitives.UnsignedLong;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code timestamp()}, which keeps the offset of a text, and {@code int()}, which takes durations too, as nanoseconds. */
final class TimeLibrary extends CelLibrary {
    private static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    TimeLibrary() {
        super(List.of(
                new CelFunction("timestamp", TimeLibrary::timestamp)
                        .standard("string_to_timestamp", "timestamp_to_timestamp", "int64_to_timestamp"),
                new CelFunction("int", TimeLibrary::integer)
                        .global(INT, DURATION)
                        .standard(
                                "int64_to_int64",
                                "uint64_to_int64",
                                "double_to_int64",
                                "string_to_int64",
                                "timestamp_to_int64")));
    }

    private static Object timestamp(Object[] args) {
        if (args[0] instanceof Instant) {
            return args[0];
        }
        if (args[0] instanceof String text) {
            return Timestamps.parse(text)
                    .filter(instant -> isInRange(instant.getEpochSecond()))
                    .orElseThrow(() ->
                            new CelFailure("type conversion error from 'string' to" + " 'google.protobuf.Timestamp'"));
        }
        if (args[0] instanceof Long seconds) {
            if (!isInRange(seconds)) {
                throw new CelFailure("range error converting " + seconds + " to 'google.protobuf.Timestamp'");
            }
            return Instant.ofEpochSecond(seconds);
        }
        throw CelFailure.noSuchOverload("timestamp", args);
    }

    private static boolean isInRange(long seconds) {
        return seconds >= EARLIEST && seconds <= LATEST;
    }

    private static Object integer(Object[] args) {
        Object value = args[0];
        if (value instanceof Long) {
            return value;
        } else if (value instanceof UnsignedLong number && number.longValue() >= 0) {
            return number.longValue();
        } else if (value instanceof Double number && Math.abs(number) < 0x1p63) {
            return number.longValue();
        } else if (value instanceof Instant instant) {
            return instant.getEpochSecond();
        } else if (value instanceof Duration duration) {
            return duration.toNanos();
        } else if (value instanceof String text) {
            return parse(text);
        } else if (value instanceof UnsignedLong || value instanceof Double) {
            throw new CelFailure("integer overflow");
        }
        throw CelFailure.noSuchOverload("int", args);
    }

    private static long parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c < 128);
        try {
            if (digits) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw new CelFailure("type conversion error from 'string' to 'int'");
        }
        throw new CelFailure("type conversion error from 'string' to 'int'");
    }
}
