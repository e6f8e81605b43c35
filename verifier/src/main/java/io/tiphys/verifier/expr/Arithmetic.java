package io.tiphys.verifier.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Operators on values. */
final class Arithmetic {
    private static final int MOST = 100_000;

    private Arithmetic() {}

    static Object binary(String operator, Object left, Object right) throws ValueException {
        return switch (operator) {
            case "==" -> Values.equal(left, right);
            case "!=" -> !Values.equal(left, right);
            case "<" -> compare(operator, left, right) < 0;
            case ">" -> compare(operator, left, right) == 1;
            case "<=" -> Math.abs(compare(operator, left, right) + 0.5) < 1;
            case ">=" -> Math.abs(compare(operator, left, right) - 0.5) < 1;
            case "+" -> plus(left, right);
            case "-" -> minus(left, right);
            case "*" -> times(left, right);
            case "/" -> Values.number(left) / Values.number(right);
            case "**", "^" -> power(Values.number(left), Values.number(right));
            case "%" -> remainder(left, right);
            case ".." -> range(Values.integer(left), Values.integer(right));
            case "in" -> in(left, right);
            case "matches" -> matches(left, right);
            case "contains" -> notNil(left, right) && Values.string(left).contains(Values.string(right));
            case "startsWith" -> notNil(left, right) && Values.string(left).startsWith(Values.string(right));
            default -> notNil(left, right) && Values.string(left).endsWith(Values.string(right));
        };
    }

    /** Minus one, zero, one, or two where nothing can be said of numbers that are none. */
    static int compare(String operator, Object left, Object right) throws ValueException {
        if (Values.isInteger(left) && Values.isInteger(right)) {
            return Long.compare(Values.integer(left), Values.integer(right));
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            double a = Values.number(left);
            double b = Values.number(right);
            return Double.isNaN(a) || Double.isNaN(b) ? 2 : a < b ? -1 : a > b ? 1 : 0;
        }
        if (left instanceof String a && right instanceof String b) {
            return Integer.signum(Texts.compare(a, b));
        }
        if (left instanceof Span a && right instanceof Span b) {
            return Long.compare(a.nanos(), b.nanos());
        }
        throw wrong(operator, left, right);
    }

    private static Object plus(Object left, Object right) throws ValueException {
        if (left instanceof String a && right instanceof String b) {
            return Texts.bounded(a + b);
        }
        if (left instanceof Span a && right instanceof Span b) {
            return new Span(a.nanos() + b.nanos());
        }
        if (Values.isInteger(left) && Values.isInteger(right)) {
            return Values.integer(left) + Values.integer(right);
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return Values.number(left) + Values.number(right);
        }
        throw wrong("+", left, right);
    }

    private static Object minus(Object left, Object right) throws ValueException {
        if (left instanceof Span a && right instanceof Span b) {
            return new Span(a.nanos() - b.nanos());
        }
        if (Values.isInteger(left) && Values.isInteger(right)) {
            return Values.integer(left) - Values.integer(right);
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return Values.number(left) - Values.number(right);
        }
        throw wrong("-", left, right);
    }

    private static Object times(Object left, Object right) throws ValueException {
        if (left instanceof Span || right instanceof Span) {
            throw ValueException.unknown("products of durations");
        }
        if (Values.isInteger(left) && Values.isInteger(right)) {
            return Values.integer(left) * Values.integer(right);
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return Values.number(left) * Values.number(right);
        }
        throw wrong("*", left, right);
    }

    /** Integer powers by squaring, as Go computes them; of other powers the last digit depends on the machine. */
    private static double power(double base, double exponent) throws ValueException {
        if (exponent == 0 || base == 1) {
            return 1;
        }
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > 1024 || Double.isInfinite(base)) {
            throw ValueException.unknown("powers that are no small integers");
        }
        double result = 1;
        double square = base;
        for (int left = (int) Math.abs(exponent); left > 0; left >>= 1) {
            result = (left & 1) == 1 ? result * square : result;
            square *= square;
        }
        double power = exponent < 0 ? 1 / result : result;
        if (power == 0 || Double.isInfinite(power) || Math.abs(power) < Double.MIN_NORMAL) {
            throw ValueException.unknown("powers beyond 64 bits");
        }
        return power;
    }

    private static Object remainder(Object left, Object right) throws ValueException {
        if (!Values.isInteger(left) || !Values.isInteger(right)) {
            throw wrong("%", left, right);
        }
        if (Values.integer(right) == 0) {
            throw ValueException.failure("division by zero");
        }
        return Values.integer(left) % Values.integer(right);
    }

    private static Object range(long from, long to) throws ValueException {
        if (from > to) {
            return new Listing(java.util.List.of(), Type.Kind.INT);
        }
        if (to - from >= MOST || to - from < 0) {
            throw ValueException.unknown("a list of more than " + MOST + " numbers");
        }
        return new Listing(
                java.util.stream.LongStream.rangeClosed(from, to)
                        .<Object>mapToObj(Long::valueOf)
                        .toList(),
                Type.Kind.INT);
    }

    private static boolean in(Object needle, Object hay) throws ValueException {
        if (hay == Nil.NIL) {
            return false;
        }
        if (hay instanceof Listing list) {
            for (Object item : list.items()) {
                if (Values.equal(item, needle)) {
                    return true;
                }
            }
            return false;
        }
        if (hay instanceof Entries entries) {
            return entries.values().containsKey(needle == Nil.NIL ? "" : Values.string(needle));
        }
        if (hay instanceof Fields) {
            return Fields.NAMES.contains(Values.string(needle));
        }
        if (hay instanceof Names.Function) {
            throw ValueException.unknown("the names of functions");
        }
        throw ValueException.failure("in does not look into " + Values.shown(hay));
    }

    private static boolean matches(Object text, Object pattern) throws ValueException {
        if (!notNil(text, pattern)) {
            return false;
        }
        return pattern(Values.string(pattern)).matcher(Values.string(text)).find();
    }

    static Pattern pattern(String text) throws ValueException {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw ValueException.failure("\"" + text + "\" is no regular expression: " + e.getDescription());
        }
    }

    private static boolean notNil(Object left, Object right) {
        return left != Nil.NIL && right != Nil.NIL;
    }

    static ValueException wrong(String operator, Object left, Object right) {
        return ValueException.failure(
                operator + " does not work between " + Values.shown(left) + " and " + Values.shown(right));
    }
}
