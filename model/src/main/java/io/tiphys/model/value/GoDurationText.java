package io.tiphys.model.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go's {@code time.ParseDuration} reads them and as {@code Duration.String} writes them. */
final class GoDurationText {
    private static final int LONGEST = 100;
    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("([0-9.]+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern ZERO = Pattern.compile("[-+]?0");
    private static final Pattern SECONDS = Pattern.compile("[-+]?[0-9]+");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private GoDurationText() {}

    /** Its length in nanoseconds; nothing if Go would refuse the text. */
    static Optional<Long> nanos(String text) {
        if (ZERO.matcher(text).matches()) {
            return Optional.of(0L);
        } else if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))));
        }
        return nanos(text.startsWith("-") ? sum.negate() : sum);
    }

    /** The same for a whole number of seconds. */
    static Optional<Long> secondsAsNanos(String text) {
        return text.length() > LONGEST || !SECONDS.matcher(text).matches()
                ? Optional.empty()
                : nanos(new BigDecimal(text).multiply(BigDecimal.valueOf(1_000_000_000L)));
    }

    private static Optional<Long> nanos(BigDecimal value) {
        return value.abs().compareTo(LARGEST) > 0 ? Optional.empty() : Optional.of(value.longValue());
    }

    /** {@code 1h30m}, {@code 1.5s}: the parts that are not zero. */
    static String write(java.time.Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        java.time.Duration size = duration.abs();
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        if (size.toHours() > 0) {
            text.append(size.toHours()).append('h');
        }
        if (size.toMinutesPart() > 0) {
            text.append(size.toMinutesPart()).append('m');
        }
        BigDecimal seconds = BigDecimal.valueOf(size.toSecondsPart()).add(BigDecimal.valueOf(size.toNanosPart(), 9));
        if (seconds.signum() > 0) {
            text.append(seconds.stripTrailingZeros().toPlainString()).append('s');
        }
        return text.toString();
    }
}
