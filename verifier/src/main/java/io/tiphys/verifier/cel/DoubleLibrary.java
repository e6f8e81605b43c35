package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code double(value)}, which reads texts as Go does: {@code 1_000}, {@code -inf}, but no blanks, nor 1e400. */
final class DoubleLibrary extends CelLibrary {
    private static final int LONGEST = 1024;
    private static final String DIGITS = "[0-9]++(?:_[0-9]++)*+";
    private static final String HEX = "[0-9a-f]++(?:_[0-9a-f]++)*+";
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(?:inity)?");
    private static final Pattern FINITE = Pattern.compile(
            "[+-]?(?:" + number(DIGITS) + "(?:e[+-]?" + DIGITS + ")?|0x_?" + number(HEX) + "p[+-]?" + DIGITS + ")");

    DoubleLibrary() {
        super(List.of(new CelFunction("double", DoubleLibrary::convert)
                .standard("double_to_double", "int64_to_double", "uint64_to_double", "string_to_double")));
    }

    private static String number(String digits) {
        return "(?:" + digits + "(?:\\.(?:" + digits + ")?)?|\\." + digits + ")";
    }

    private static Object convert(Object[] args) {
        if (args[0] instanceof Double || args[0] instanceof Long || args[0] instanceof UnsignedLong) {
            return ((Number) args[0]).doubleValue();
        }
        if (args[0] instanceof String text) {
            return parse(text.toLowerCase(Locale.ROOT));
        }
        throw CelFailure.noSuchOverload("double", args);
    }

    private static double parse(String text) {
        if (text.equals("nan")) {
            return Double.NaN;
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double value = text.length() <= LONGEST && FINITE.matcher(text).matches()
                ? Double.parseDouble(text.replace("_", ""))
                : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new CelFailure("type conversion error from 'string' to 'double'");
        }
        return value;
    }
}
