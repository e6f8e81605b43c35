package io.tiphys.verifier.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go reads and writes them. */
final class Spans {
    private static final Map<String, Long> UNITS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final Pattern PART = Pattern.compile("([0-9]*)(\\.[0-9]*)?(ns|us|µs|μs|ms|s|m|h)");

    private Spans() {}

    static Span parse(String text) throws ValueException {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return new Span(0);
        }
        BigInteger sum = BigInteger.ZERO;
        Matcher part = PART.matcher(rest);
        int at = 0;
        while (at < rest.length() && at < 1000) {
            boolean found = part.find(at) && part.start() == at;
            if (!found
                    || (part.group(1).isEmpty()
                            && (part.group(2) == null || part.group(2).length() < 2))) {
                throw wrong(text);
            }
            String number = (part.group(1).isEmpty() ? "0" : part.group(1))
                    + (part.group(2) == null || part.group(2).length() < 2 ? "" : part.group(2));
            long unit = UNITS.getOrDefault(part.group(3), 1L);
            sum = sum.add(
                    new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).toBigInteger());
            at = part.end();
        }
        if (rest.isEmpty() || sum.bitLength() > 63) {
            throw wrong(text);
        }
        return new Span(negative ? sum.negate().longValue() : sum.longValue());
    }

    private static ValueException wrong(String text) {
        return ValueException.failure("\"" + text + "\" is no duration");
    }

    /** The text, such as 1h2m3.5s. */
    static String text(Span span) {
        long nanos = span.nanos();
        if (nanos == 0) {
            return "0s";
        }
        BigDecimal all = BigDecimal.valueOf(nanos).abs();
        String sign = nanos < 0 ? "-" : "";
        for (String unit : List.of("ns", "µs", "ms")) {
            BigDecimal size = BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L));
            if (all.compareTo(size.multiply(BigDecimal.valueOf(1000))) < 0) {
                return sign + all.divide(size).stripTrailingZeros().toPlainString() + unit;
            }
        }
        BigDecimal minute = BigDecimal.valueOf(60_000_000_000L);
        BigDecimal[] minutes = all.divideAndRemainder(minute);
        String seconds = minutes[1].movePointLeft(9).stripTrailingZeros().toPlainString() + "s";
        long whole = minutes[0].longValue();
        String hours = whole >= 60 ? whole / 60 + "h" : "";
        return sign + hours + (whole > 0 ? whole % 60 + "m" : "") + seconds;
    }

    /** What a method of a duration says. */
    static Object method(Span span, String name) throws ValueException {
        long nanos = span.nanos();
        return switch (name) {
            case "Hours" -> part(nanos, 3_600_000_000_000L);
            case "Minutes" -> part(nanos, 60_000_000_000L);
            case "Seconds" -> part(nanos, 1_000_000_000L);
            case "Milliseconds" -> new Int64(nanos / 1_000_000);
            case "Microseconds" -> new Int64(nanos / 1_000);
            case "Nanoseconds" -> new Int64(nanos);
            case "String" -> text(span);
            default -> throw ValueException.unknown("the method " + name + " of a duration");
        };
    }

    private static Object part(long nanos, long unit) {
        long whole = nanos / unit;
        double rest = nanos % unit;
        return whole + rest / unit;
    }
}
