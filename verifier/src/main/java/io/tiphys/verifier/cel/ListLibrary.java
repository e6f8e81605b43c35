package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.BYTES;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;
import static dev.cel.common.types.SimpleType.UINT;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;

/** Sums and extremes of lists. */
final class ListLibrary extends CelLibrary {
    private static final List<CelType> SUMMABLE = List.of(INT, UINT, DOUBLE, DURATION);
    /** Types whose values have an order. */
    static final List<CelType> ORDERED = List.of(INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES);

    ListLibrary() {
        super(List.of(
                isSorted(),
                each(new CelFunction("sum", args -> sum(list("sum", args))), SUMMABLE),
                each(new CelFunction("min", args -> extreme("min", order -> order < 0, args)), ORDERED),
                each(new CelFunction("max", args -> extreme("max", order -> order > 0, args)), ORDERED)));
    }

    private static CelFunction isSorted() {
        CelFunction function = new CelFunction("isSorted", ListLibrary::sorted);
        ORDERED.forEach(type -> function.member(BOOL, Types.list(type)));
        return function;
    }

    private static CelFunction each(CelFunction function, List<CelType> types) {
        types.forEach(type -> function.member(type, Types.list(type)));
        return function;
    }

    private static Object sorted(Object[] args) {
        Iterator<?> items = list("isSorted", args).iterator();
        Object last = items.hasNext() ? items.next() : null;
        while (items.hasNext()) {
            Object next = items.next();
            if (last != null && Order.compare(last, next) > 0) {
                return false;
            }
            last = next;
        }
        return true;
    }

    private static Object extreme(String function, IntPredicate better, Object... args) {
        Iterator<?> items = list(function, args).iterator();
        if (!items.hasNext()) {
            throw new CelFailure(function + " called on empty list");
        }
        Object best = items.next();
        while (items.hasNext()) {
            Object next = items.next();
            if (!Order.isOrdered(next)) {
                throw CelFailure.noSuchOverload();
            }
            if (Order.areComparable(next, best) && better.test(Order.compare(next, best))) {
                best = next; // what cannot be compared is passed over
            }
        }
        return best;
    }

    private static Object sum(Collection<?> items) {
        Object sum = null;
        for (Object item : items) {
            sum = sum == null ? summable(item) : plus(sum, item);
        }
        return sum == null ? (Object) 0L : sum;
    }

    private static Object summable(Object item) {
        boolean known = item instanceof Long
                || item instanceof Double
                || item instanceof UnsignedLong
                || item instanceof Duration;
        if (!known) {
            throw CelFailure.noSuchOverload();
        }
        return item;
    }

    private static Object plus(Object first, Object second) {
        try {
            if (first instanceof Long a && second instanceof Long b) {
                return Math.addExact(a, b);
            }
            if (first instanceof Double a && second instanceof Double b) {
                return a + b;
            }
            if (first instanceof Duration a && second instanceof Duration b) {
                return a.plus(b);
            }
        } catch (ArithmeticException e) {
            throw new CelFailure("integer overflow");
        }
        if (first instanceof UnsignedLong a && second instanceof UnsignedLong b) {
            UnsignedLong sum = a.plus(b);
            if (sum.compareTo(a) < 0) {
                throw new CelFailure("unsigned integer overflow");
            }
            return sum;
        }
        throw CelFailure.noSuchOverload();
    }

    private static Collection<?> list(String function, Object... args) {
        if (args[0] instanceof Collection<?> list) {
            return list;
        }
        throw CelFailure.noSuchOverload(function, args);
    }
}
