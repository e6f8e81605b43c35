package io.tiphys.verifier.pod;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Durations as Go writes them: {@code 1h30m}, {@code 5s}; a bare number is seconds. */
final class Durations {
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "h",
            BigDecimal.valueOf(3600),
            "m",
            BigDecimal.valueOf(60),
            "s",
            BigDecimal.ONE,
            "ms",
            new BigDecimal("0.001"),
            "us",
            new BigDecimal("0.000001"),
            "µs",
            new BigDecimal("0.000001"),
            "μs",
            new BigDecimal("0.000001"),
            "ns",
            new BigDecimal("0.000000001"));

    private Durations() {}

    /** The duration in whole seconds, rounded up. */
    static OptionalLong seconds(String text) {
        Optional<BigDecimal> exact = parse(text);
        return exact.isPresent()
                ? OptionalLong.of(exact.get().setScale(0, RoundingMode.CEILING).longValue())
                : OptionalLong.empty();
    }

    /** The duration as Go prints it. */
    static Optional<String> go(String text) {
        return parse(text).map(Durations::print);
    }

    private static String print(BigDecimal exact) {
        if (exact.signum() > 0 && exact.compareTo(BigDecimal.ONE) < 0) {
            String unit =
                    exact.compareTo(UNITS.get("ms")) >= 0 ? "ms" : exact.compareTo(UNITS.get("us")) >= 0 ? "µs" : "ns";
            return exact.divide(UNITS.get(unit)).stripTrailingZeros().toPlainString() + unit;
        }
        long all = exact.longValue();
        String seconds = exact.subtract(BigDecimal.valueOf(all - all % 60))
                        .stripTrailingZeros()
                        .toPlainString()
                + "s";
        if (all < 60) {
            return seconds;
        }
        String minutes = all / 60 % 60 + "m" + seconds;
        return all < 3600 ? minutes : all / 3600 + "h" + minutes;
    }

    private static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        BigDecimal total = BigDecimal.ZERO;
        int at = 0;
        while (at < text.length()) {
            int digits = at;
            while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
                digits++;
            }
            int unit = digits;
            while (unit < text.length() && Character.isLetter(text.charAt(unit))) {
                unit++;
            }
            boolean bare = at == 0 && unit == text.length() && digits == unit;
            BigDecimal size = bare ? BigDecimal.ONE : UNITS.get(text.substring(digits, unit));
            String number = text.substring(at, digits);
            if (size == null
                    || number.isEmpty()
                    || number.chars().filter(c -> c == '.').count() > 1
                    || number.equals(".")) {
                return Optional.empty();
            }
            total = total.add(new BigDecimal(number).multiply(size));
            at = unit;
        }
        return Optional.of(total);
    }
}
