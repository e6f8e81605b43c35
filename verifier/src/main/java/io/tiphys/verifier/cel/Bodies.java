package io.tiphys.verifier.cel;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language's own functions, for the arguments that policies have; all else, errors too, is left to dev.cel. */
final class Bodies {
    private static final Map<String, CallStep.Body> UNARY = Map.of(
            "!_", arguments -> arguments[0] instanceof Boolean value ? !value : null,
            "size", Bodies::size,
            "hasValue", arguments -> arguments[0] instanceof Optional<?> optional ? optional.isPresent() : null,
            "value", arguments -> arguments[0] instanceof Optional<?> optional ? optional.orElse(null) : null,
            "dyn", arguments -> arguments[0]);
    private static final Map<String, CallStep.Body> BINARY = Map.ofEntries(
            Map.entry("_==_", Bodies::same),
            Map.entry("_!=_", arguments -> same(arguments) instanceof Boolean same ? !same : null),
            Map.entry("_<_", arguments -> ordered(arguments) ? first(arguments) < second(arguments) : null),
            Map.entry("_<=_", arguments -> ordered(arguments) ? first(arguments) <= second(arguments) : null),
            Map.entry("_>_", arguments -> ordered(arguments) ? first(arguments) > second(arguments) : null),
            Map.entry("_>=_", arguments -> ordered(arguments) ? first(arguments) >= second(arguments) : null),
            Map.entry("_+_", Bodies::plus),
            Map.entry("@in", Bodies::isIn),
            Map.entry("_[_]", Bodies::at),
            Map.entry("_[?_]", Bodies::optionalAt),
            Map.entry(
                    "matches",
                    arguments -> areTexts(arguments)
                            ? MatchesLibrary.matches((String) arguments[0], (String) arguments[1])
                            : null),
            Map.entry(
                    "contains",
                    arguments -> areTexts(arguments) ? ((String) arguments[0]).contains((String) arguments[1]) : null),
            Map.entry(
                    "startsWith",
                    arguments ->
                            areTexts(arguments) ? ((String) arguments[0]).startsWith((String) arguments[1]) : null),
            Map.entry(
                    "endsWith",
                    arguments -> areTexts(arguments) ? ((String) arguments[0]).endsWith((String) arguments[1]) : null));

    private Bodies() {}

    /** The body of a function, if it is here. */
    static CallStep.@Nullable Body of(String function, int arguments) {
        return switch (arguments) {
            case 1 -> UNARY.get(function);
            case 2 -> BINARY.get(function);
            default -> null;
        };
    }

    private static boolean areTexts(Object[] arguments) {
        return arguments[0] instanceof String && arguments[1] instanceof String;
    }

    private static boolean ordered(Object[] arguments) {
        return arguments[0] instanceof Long && arguments[1] instanceof Long;
    }

    private static long first(Object[] arguments) {
        return (Long) arguments[0];
    }

    private static long second(Object[] arguments) {
        return (Long) arguments[1];
    }

    private static @Nullable Object size(Object[] arguments) {
        if (arguments[0] instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        } else if (arguments[0] instanceof Collection<?> list) {
            return (long) list.size();
        }
        return arguments[0] instanceof Map<?, ?> map ? (Object) (long) map.size() : null;
    }

    /** Whether equality needs no look at numbers of other types, nor inside. */
    private static boolean isSimple(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof NullValue;
    }

    private static @Nullable Object same(Object[] arguments) {
        return (isSimple(arguments[0]) && isSimple(arguments[1])) ? arguments[0].equals(arguments[1]) : null;
    }

    private static @Nullable Object plus(Object[] arguments) {
        if (areTexts(arguments)) {
            return PlusLibrary.plus((String) arguments[0], (String) arguments[1]);
        }
        if (arguments[0] instanceof List<?> first && arguments[1] instanceof List<?> second) {
            return plus(first, second);
        }
        return null;
    }

    private static Object plus(List<?> first, List<?> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        Limits.checkSize((long) first.size() + second.size());
        List<Object> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return CelList.made(all);
    }

    private static @Nullable Object isIn(Object[] arguments) {
        if (arguments[1] instanceof Map<?, ?> map) {
            return arguments[0] instanceof String ? map.containsKey(arguments[0]) : null;
        }
        if (!(arguments[1] instanceof List<?> list) || !isSimple(arguments[0])) {
            return null;
        }
        for (Object item : list) {
            if (!isSimple(item)) {
                return null;
            }
            if (item.equals(arguments[0])) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object at(Object[] arguments) {
        if (arguments[0] instanceof Map<?, ?> map) {
            return arguments[1] instanceof String ? map.get(arguments[1]) : null;
        }
        return arguments[0] instanceof List<?> list
                        && arguments[1] instanceof Long index
                        && index >= 0
                        && index < list.size()
                ? list.get(index.intValue())
                : null;
    }

    private static @Nullable Object optionalAt(Object[] arguments) {
        Object container = arguments[0];
        if (container instanceof Optional<?> optional) {
            if (optional.isEmpty()) {
                return optional;
            }
            container = optional.get();
        }
        if (!(container instanceof Map<?, ?> map) || !(arguments[1] instanceof String)) {
            return null;
        }
        Object found = map.get(arguments[1]);
        return found instanceof Optional ? null : Optional.ofNullable(found);
    }
}
