package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Functions of numbers, and of lists of them. */
final class Aggregates {
    private Aggregates() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "abs" -> abs(given.get(0));
            case "ceil" -> Math.ceil(number(name, given.get(0)));
            case "floor" -> Math.floor(number(name, given.get(0)));
            case "round" -> round(number(name, given.get(0)));
            case "max", "min" -> extreme(name, given);
            case "mean" -> mean(numbers(name, given));
            default -> median(numbers(name, given));
        };
    }

    private static double number(String name, Object value) throws ValueException {
        if (!Values.isNumber(value)) {
            throw ValueException.failure(name + " does not take " + Values.shown(value));
        }
        return Values.number(value);
    }

    private static Object abs(Object value) throws ValueException {
        double number = number("abs", value);
        return value instanceof Double ? (Object) (number < 0 ? -number : number) : Math.abs(Values.integer(value));
    }

    /** Halves away from zero. */
    private static double round(double value) {
        if (Math.abs(value) >= (1L << 52) || Double.isNaN(value)) {
            return value;
        }
        double size = Math.floor(Math.abs(value));
        return Math.copySign(Math.abs(value) - size >= 0.5 ? size + 1 : size, value);
    }

    private static Object extreme(String name, Arguments given) throws ValueException {
        if (given.size() == 1 && !(given.get(0) instanceof Listing) && !Values.isNumber(given.get(0))) {
            return given.get(0);
        }
        Optional<Object> best = Optional.empty();
        for (Object value : numbers(name, given)) {
            boolean better =
                    best.isEmpty() || Arithmetic.compare(name, best.get(), value) == (name.equals("max") ? -1 : 1);
            best = better ? Optional.of(value) : best;
        }
        return best.orElse(Nil.NIL);
    }

    private static Object mean(List<Object> numbers) throws ValueException {
        double sum = 0;
        for (Object number : numbers) {
            sum += Values.number(number);
        }
        return numbers.isEmpty() ? 0.0 : sum / numbers.size();
    }

    private static Object median(List<Object> numbers) throws ValueException {
        List<Double> sorted = new ArrayList<>();
        for (Object number : numbers) {
            sorted.add(Values.number(number));
        }
        Collections.sort(sorted);
        int size = sorted.size();
        if (size == 0) {
            return 0.0;
        }
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
    }

    private static List<Object> numbers(String name, Arguments given) throws ValueException {
        List<Object> numbers = new ArrayList<>();
        collect(name, given.values(), numbers, 0);
        return numbers;
    }

    private static void collect(String name, List<Object> values, List<Object> numbers, int depth)
            throws ValueException {
        for (Object value : values) {
            if (value instanceof Listing list && depth < 100) {
                collect(name, list.items(), numbers, depth + 1);
            } else if (value instanceof Listing || value instanceof Span) {
                throw ValueException.unknown(name + " of such values");
            } else {
                number(name, value);
                numbers.add(value);
            }
        }
    }
}
