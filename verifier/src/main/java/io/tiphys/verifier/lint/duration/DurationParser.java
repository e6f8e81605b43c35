package io.tiphys.verifier.lint.duration;

import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.math.BigInteger;
import java.util.Map;

/** {@code [sign] (0 | number unit {number unit})}; a number has digits, a dot, or both. */
final class DurationParser {
    private static final String UNIT = "a unit: ns, us, ms, s, m or h";
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigInteger LONGEST = BigInteger.ONE.shiftLeft(63);

    private final String text;
    private int at;

    DurationParser(String text) {
        this.text = text;
    }

    long nanoseconds() throws ProblemException {
        boolean negative = text.startsWith("-");
        if (negative || text.startsWith("+")) {
            at++;
        }
        if (text.substring(at).equals("0")) {
            return 0;
        }
        BigInteger total = BigInteger.ZERO;
        do {
            int start = at;
            total = total.add(part());
            if (total.compareTo(LONGEST) > 0) {
                throw new ProblemException(tooLong(start));
            }
        } while (at < text.length());
        BigInteger signed = negative ? total.negate() : total;
        if (signed.bitLength() > 63) {
            throw new ProblemException(tooLong(0));
        }
        return signed.longValue();
    }

    private BigInteger part() throws ProblemException {
        int start = at;
        String whole = digits();
        String fraction = "";
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            fraction = digits();
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            throw new ProblemException(Problem.expected("a number", text, start));
        }
        int unitStart = at;
        while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
            at++;
        }
        String name = text.substring(unitStart, at);
        Long unit = UNITS.get(name);
        if (unit == null) {
            throw new ProblemException(Problem.expected(UNIT, unitStart, name));
        }
        BigInteger result = new BigInteger(whole.isEmpty() ? "0" : whole).multiply(BigInteger.valueOf(unit));
        if (result.compareTo(LONGEST) > 0) {
            throw new ProblemException(tooLong(start));
        }
        return result.add(BigInteger.valueOf(fraction(fraction, unit)));
    }

    /** Go reads 18 digits at most, and multiplies as floating point numbers. */
    private static long fraction(String digits, long unit) {
        String read = digits.length() > 18 ? digits.substring(0, 18) : digits;
        return read.isEmpty() ? 0 : (long) (Long.parseLong(read) * (unit / Math.pow(10, read.length())));
    }

    private String digits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Problem tooLong(int offset) {
        return new Problem(offset, "expected a duration of less than 293 years at character " + (offset + 1));
    }
}
