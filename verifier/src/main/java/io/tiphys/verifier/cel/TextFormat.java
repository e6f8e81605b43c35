package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Clauses of {@code format}: {@code %s %d %f %e %b %o %x %X %%}, with a precision for {@code f}; one for {@code e} is
 * read, but Kubernetes' {@code e} has six digits always.
 */
final class TextFormat {
    /** In place of a value that is not known yet: it fits every clause. */
    static final Object ANY = new Object();

    private static final int DEFAULT_PRECISION = 6;
    private static final int LARGEST_PRECISION = 100;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String template;
    private final List<?> values;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;

    private TextFormat(String template, List<?> values) {
        this.template = template;
        this.values = values;
    }

    static String format(String template, List<?> values) {
        TextFormat format = new TextFormat(template, values);
        format.run();
        return format.out.toString();
    }

    /** Fails where the values do not fit, or are too many, which counts only if their number is seen in the expression. */
    static void check(String template, List<?> values) {
        TextFormat format = new TextFormat(template, values);
        format.run();
        if (format.next < values.size()) {
            throw new CelFailure("too many arguments supplied to string.format (expected " + format.next + ", got "
                    + values.size() + ")");
        }
    }

    private void run() {
        while (at < template.length()) {
            char c = template.charAt(at++);
            if (c != '%') {
                out.append(c);
            } else if (at < template.length() && template.charAt(at) == '%') {
                out.append('%');
                at++;
            } else {
                clause();
            }
            Limits.checkSize(out.length());
        }
    }

    private void clause() {
        if (next >= values.size() && at < template.length()) {
            throw new CelFailure("index " + next + " out of range");
        }
        int precision = precision();
        if (at >= template.length()) {
            throw new CelFailure("unexpected end of string");
        }
        int clause = template.codePointAt(at);
        at += Character.charCount(clause);
        if ("sdfebxXo".indexOf(clause) < 0) {
            throw new CelFailure("could not parse formatting clause: unrecognized formatting clause \""
                    + Character.toString(clause) + "\"");
        }
        Object value = values.get(next++);
        if (value == ANY) {
            return;
        }
        out.append(
                switch (clause) {
                    case 's' -> ValueText.of(value);
                    case 'd' -> decimal(value);
                    case 'f' -> fixed(value, precision);
                    case 'e' -> scientific(value);
                    case 'b' -> binary(value);
                    case 'o' -> integer(value, 8, "octal clause can only be used on integers");
                    case 'x' -> hexadecimal(value);
                    default -> hexadecimal(value).toUpperCase(Locale.ROOT);
                });
    }

    private int precision() {
        if (at >= template.length() || template.charAt(at) != '.') {
            return DEFAULT_PRECISION;
        }
        int start = ++at;
        while (at < template.length() && Character.isDigit(template.charAt(at))) {
            at++;
        }
        String digits = template.substring(start, at);
        int precision = digits.isEmpty() || digits.length() > 3 ? -1 : Integer.parseInt(digits);
        if (precision < 0 || precision > LARGEST_PRECISION) {
            throw new CelFailure("could not parse formatting clause: error parsing precision");
        }
        return precision;
    }

    private static String decimal(Object value) {
        return value instanceof Double number && !Double.isFinite(number)
                ? ValueText.of(number)
                : integer(value, 10, "decimal clause can only be used on integers");
    }

    private static String integer(Object value, int radix, String refusal) {
        if (value instanceof Long number) {
            return Long.toString(number, radix);
        }
        if (value instanceof UnsignedLong number) {
            return number.toString(radix);
        }
        throw wrongType(refusal, value);
    }

    private static String binary(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return integer(value, 2, "only integers and bools can be formatted as binary");
    }

    private static String hexadecimal(Object value) {
        if (value instanceof String text) {
            return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof CelByteString bytes) {
            return HexFormat.of().formatHex(bytes.toByteArray());
        }
        return integer(value, 16, "only integers, byte buffers, and strings can be formatted as hex");
    }

    private static String fixed(Object value, int precision) {
        if (!(value instanceof Double number)) {
            throw wrongType("fixed-point clause can only be used on doubles", value);
        }
        return notFinite(
                number,
                new BigDecimal(Double.isFinite(number) ? number : 0)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .toPlainString());
    }

    private static String scientific(Object value) {
        if (!(value instanceof Double number)) {
            throw wrongType("scientific clause can only be used on doubles", value);
        }
        if (!Double.isFinite(number)) {
            return notFinite(number, "");
        }
        BigDecimal exact = new BigDecimal(number);
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.movePointLeft(exponent).setScale(DEFAULT_PRECISION, RoundingMode.HALF_EVEN);
        if (mantissa.abs().compareTo(BigDecimal.TEN) >= 0) {
            exponent++;
            mantissa = mantissa.movePointLeft(1).setScale(DEFAULT_PRECISION, RoundingMode.HALF_EVEN);
        }
        StringBuilder text = new StringBuilder(mantissa.toPlainString()).append("×10");
        text.append(exponent < 0 ? "⁻" : "");
        String digits = BigInteger.valueOf(Math.abs((long) exponent)).toString();
        (digits.length() == 1 ? "0" + digits : digits).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }

    private static String notFinite(double number, String otherwise) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return Double.isInfinite(number) ? (number < 0 ? "-∞" : "∞") : otherwise;
    }

    private static CelFailure wrongType(String refusal, Object value) {
        return new CelFailure("error during formatting: " + refusal + ", was given " + Types.nameOf(value));
    }
}
