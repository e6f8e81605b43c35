package io.tiphys.verifier.expr;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sprig's functions of numbers, which take texts and conditions for numbers too. */
final class SprigNumbers {
    static final Set<String> NAMES = Set.of(
            "atoi", "int", "int64", "float64", "add1", "add", "sub", "div", "mod", "mul", "biggest", "max", "min",
            "maxf", "minf", "ceil", "floor", "round");

    private static final Pattern DECIMAL = Pattern.compile("([-+]?[0-9]*)(\\.[0-9]*)");

    private SprigNumbers() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "atoi" -> atoi(given.exactly(1).text(0));
            case "int" -> integer(given.exactly(1).get(0));
            case "int64" -> new Int64(integer(given.exactly(1).get(0)));
            case "float64" -> number(given.exactly(1).get(0));
            case "ceil" -> Math.ceil(number(given.exactly(1).get(0)));
            case "floor" -> Math.floor(number(given.exactly(1).get(0)));
            case "round" -> round(given.between(2, 3));
            case "add1" -> new Int64(integer(given.exactly(1).get(0)) + 1);
            case "sub", "div", "mod" -> {
                given.exactly(2);
                yield new Int64(two(name, integer(given.get(0)), integer(given.get(1))));
            }
            case "maxf", "minf" -> {
                double best = number(given.between(1, Integer.MAX_VALUE).get(0));
                for (Object value : given.values()) {
                    best = name.equals("maxf") ? Math.max(best, number(value)) : Math.min(best, number(value));
                }
                yield best;
            }
            default -> many(name, given.between(name.equals("add") ? 0 : 1, Integer.MAX_VALUE));
        };
    }

    private static Object many(String name, Arguments given) throws ValueException {
        long result = name.equals("add") ? 0 : name.equals("mul") ? 1 : integer(given.get(0));
        for (Object value : given.values()) {
            long next = integer(value);
            result = switch (name) {
                case "add" -> result + next;
                case "mul" -> result * next;
                case "min" -> Math.min(result, next);
                default -> Math.max(result, next);
            };
        }
        return new Int64(result);
    }

    private static long two(String name, long left, long right) throws ValueException {
        if (!name.equals("sub") && right == 0) {
            throw ValueException.failure("division by zero");
        }
        return name.equals("sub") ? left - right : name.equals("div") ? left / right : left % right;
    }

    private static Object atoi(String text) throws ValueException {
        try {
            return Functions.toInt(text);
        } catch (ValueException e) {
            if (text.length() > 18) {
                throw ValueException.unknown("an integer beyond 64 bits");
            }
            return 0L;
        }
    }

    private static long integer(Object value) throws ValueException {
        if (value instanceof Boolean condition) {
            return condition ? 1 : 0;
        } else if (Values.isNumber(value)) {
            return Values.integer(value);
        } else if (value instanceof String text) {
            return GoNumber.prefixed(wholePart(text)).orElse(0L);
        } else if (value instanceof Span) {
            throw ValueException.unknown("numbers of durations");
        }
        return 0;
    }

    /** Of decimal numbers, what stands before the point. */
    private static String wholePart(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            return text;
        }
        String whole = decimal.group(1);
        return whole.isEmpty() || whole.equals("-") || whole.equals("+") ? whole + "0" : whole;
    }

    private static double number(Object value) throws ValueException {
        if (value instanceof Boolean condition) {
            return condition ? 1 : 0;
        } else if (Values.isNumber(value)) {
            return Values.number(value);
        } else if (value instanceof String text) {
            try {
                return GoNumber.parse(text);
            } catch (ValueException e) {
                if (!e.isKnown() || text.length() > 300) {
                    throw e;
                }
                return 0;
            }
        } else if (value instanceof Span) {
            throw ValueException.unknown("numbers of durations");
        }
        return 0;
    }

    private static Object round(Arguments given) throws ValueException {
        if (given.size() > 2 && !(given.get(2) instanceof Double)) {
            throw given.wrong(2);
        }
        double scale = StrictMath.pow(10, (double) given.integer(1));
        double digit = scale * number(given.get(0));
        double fraction = digit - (digit < 0 ? Math.ceil(digit) : Math.floor(digit));
        boolean up = fraction >= (given.size() > 2 ? Values.number(given.get(2)) : 0.5);
        return (up ? Math.ceil(digit) : Math.floor(digit)) / scale;
    }
}
