package io.tiphys.verifier.cel;

import dev.cel.common.values.CelByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call costs, by its arguments: walking a text costs a tenth of its length, most else 1. */
final class CallCosts {
    private static final double TRAVERSAL = 0.1;
    private static final double REGEX = 0.25;
    private static final long LIST = 10;
    private static final long AUTHORIZATION = 350_000;

    private CallCosts() {}

    static long of(CostPlan.Call call, @Nullable Object[] arguments, @Nullable Object result) {
        return switch (call.function()) {
            case "check" -> AUTHORIZATION;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> items(arguments[0]);
            case "url",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "cidr",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver" -> walk(size(arguments[0]));
            case "ip" -> call.overload().contains("CIDR") ? 1 : walk(size(arguments[0]));
            case "replace", "split", "ip.isCanonical" -> walk(2 * size(arguments[0]));
            case "join" -> walk(2 * size(result));
            case "find", "findAll", "matches" ->
                walk(size(arguments[0]) + 1) * (long) Math.ceil(size(arguments[1]) * REGEX);
            case "contains" -> walk(size(arguments[0])) * walk(size(arguments[1]));
            case "containsIP", "containsCIDR" -> contains(call, arguments);
            case "lists.range", "slice", "reverse" -> LIST + 1 + size(result);
            case "flatten" -> LIST + size(result);
            case "sets.contains", "sets.intersects" -> 1 + size(arguments[0]) * size(arguments[1]);
            case "sets.equivalent" -> 1 + 2 * size(arguments[0]) * size(arguments[1]);
            case "validate" -> walk(size(arguments[1]) + 1) * NamedFormat.costOf(arguments[0]);
            case "sort", "@sortByAssociatedKeys" -> call.overload().isEmpty() ? 1 : pairs(size(arguments[0]));
            case "distinct" -> pairs(size(arguments[0]));
            case "_==_", "_!=_" -> walk(Math.min(size(arguments[0]), size(arguments[1])));
            default -> byOverload(call, arguments);
        };
    }

    /** Each item of a list is compared with each, and a list is made. */
    private static long pairs(long size) {
        return LIST + 1 + 2 * size * size;
    }

    private static long contains(CostPlan.Call call, @Nullable Object[] arguments) {
        long network = size(arguments[0]);
        long cost = walk(2 * network);
        if (call.function().equals("containsCIDR")) {
            cost += walk(network) + 1;
        }
        return arguments[1] instanceof String text ? cost + walk(size(text)) : cost;
    }

    private static long byOverload(CostPlan.Call call, @Nullable Object[] arguments) {
        return switch (call.overload()) {
            case "starts_with_string", "ends_with_string", "string_to_bytes", "bytes_to_string" ->
                walk(size(arguments[0]));
            case "in_list" -> size(arguments[1]);
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes" -> walk(Math.min(size(arguments[0]), size(arguments[1])));
            case "add_string", "add_bytes" -> walk(size(arguments[0]) + size(arguments[1]));
            default -> 1;
        };
    }

    private static long walk(long size) {
        return (long) Math.ceil(size * TRAVERSAL);
    }

    /** Items of a list, with the lengths of texts; a text alone is cheaper. */
    private static long items(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            long cost = 0;
            for (Object item : list) {
                cost += item instanceof String || item instanceof CelByteString ? (long) (size(item) * TRAVERSAL) : 1;
            }
            return cost;
        }
        return value instanceof String text ? (long) (text.getBytes(StandardCharsets.UTF_8).length * TRAVERSAL) : 1;
    }

    static long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        } else if (value instanceof CelByteString bytes) {
            return bytes.size();
        } else if (value instanceof Collection<?> list) {
            return list.size();
        } else if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return 1;
    }
}
