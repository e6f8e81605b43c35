package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import java.util.List;
import java.util.Objects;

/** {@code indexOf} and {@code lastIndexOf}, of characters in strings and of items in lists. */
final class IndexLibrary extends CelLibrary {
    IndexLibrary() {
        super(List.of(
                declare(new CelFunction("indexOf", IndexLibrary::indexOf)),
                declare(new CelFunction("lastIndexOf", IndexLibrary::lastIndexOf))));
    }

    private static CelFunction declare(CelFunction function) {
        return function.member(INT, STRING, STRING)
                .member(INT, STRING, STRING, INT)
                .member(INT, Types.list(Types.T), Types.T);
    }

    private static Object indexOf(Object[] args) {
        if (args[0] instanceof List<?> list && args.length == 2) {
            return (long) position(list, args[1], false);
        }
        if (args[0] instanceof String text && args[1] instanceof String part) {
            if (args.length == 3 && isPast(text, part, args)) {
                return part.isEmpty() ? args[2] : (Object) Long.valueOf(-1);
            }
            int from = args.length == 2 ? 0 : offset(text, args);
            int found = text.indexOf(part, text.offsetByCodePoints(0, from));
            return found < 0 ? -1L : (long) text.codePointCount(0, found);
        }
        throw CelFailure.noSuchOverload("indexOf", args);
    }

    private static Object lastIndexOf(Object[] args) {
        if (args[0] instanceof List<?> list && args.length == 2) {
            return (long) position(list, args[1], true);
        }
        if (args[0] instanceof String text && args[1] instanceof String part) {
            if (args.length == 3 && isPast(text, part, args)) {
                return part.isEmpty() ? args[2] : (Object) Long.valueOf(-1);
            }
            int length = text.codePointCount(0, text.length());
            int from = args.length == 2 ? length : offset(text, args);
            int found = text.lastIndexOf(part, text.offsetByCodePoints(0, from));
            return found < 0 ? -1L : (long) text.codePointCount(0, found);
        }
        throw CelFailure.noSuchOverload("lastIndexOf", args);
    }

    /** Behind the text nothing is found; the empty text is found wherever it is looked for. */
    private static boolean isPast(String text, String part, Object... args) {
        return args[2] instanceof Long offset && (part.isEmpty() || offset >= text.codePointCount(0, text.length()));
    }

    private static int offset(String text, Object... args) {
        if (!(args[2] instanceof Long offset)) {
            throw CelFailure.noSuchOverload("indexOf", args);
        }
        if (offset < 0 || offset > text.codePointCount(0, text.length())) {
            throw new CelFailure("index out of range: " + offset);
        }
        return Math.toIntExact(offset);
    }

    private static int position(List<?> list, Object item, boolean last) {
        int found = -1;
        for (int i = 0; i < list.size() && (last || found < 0); i++) {
            found = same(list.get(i), item) ? i : found;
        }
        return found;
    }

    private static boolean same(Object first, Object second) {
        if (first instanceof Number && second instanceof Number) {
            return Order.compare(first, second) == 0;
        }
        return Objects.equals(first, second);
    }
}
