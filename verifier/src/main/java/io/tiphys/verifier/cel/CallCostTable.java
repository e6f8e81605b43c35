package io.tiphys.verifier.cel;

import dev.cel.common.values.CelByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of {@link CallCosts}. */
final class CallCostTable {
    private static final double TRAVERSAL = 0.1;
    private static final double REGEX = 0.25;
    private static final long LIST = 10;
    private static final long AUTHORIZATION = 350_000;

    private static final CallCosts ONE = (arguments, result) -> 1;

    private CallCostTable() {}

    static CallCosts of(String function, String overload) {
        return switch (function) {
            case "check" -> (arguments, result) -> AUTHORIZATION;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
                (arguments, result) -> items(arguments[0]);
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
                    "isSemver" -> (arguments, result) -> walk(size(arguments[0]));
            case "ip" -> overload.contains("CIDR") ? ONE : (arguments, result) -> walk(size(arguments[0]));
            case "replace", "split", "ip.isCanonical" -> (arguments, result) -> walk(2 * size(arguments[0]));
            case "join" -> (arguments, result) -> walk(2 * size(result));
            case "find", "findAll", "matches" ->
                (arguments, result) -> walk(size(arguments[0]) + 1) * (long) Math.ceil(size(arguments[1]) * REGEX);
            case "contains" -> (arguments, result) -> walk(size(arguments[0])) * walk(size(arguments[1]));
            case "containsIP", "containsCIDR" ->
                (arguments, result) -> contains(arguments, function.equals("containsCIDR"));
            case "lists.range", "slice", "reverse" -> (arguments, result) -> LIST + 1 + size(result);
            case "flatten" -> (arguments, result) -> LIST + size(result);
            case "sets.contains", "sets.intersects" ->
                (arguments, result) -> 1 + size(arguments[0]) * size(arguments[1]);
            case "sets.equivalent" -> (arguments, result) -> 1 + 2 * size(arguments[0]) * size(arguments[1]);
            case "validate" -> (arguments, result) -> walk(size(arguments[1]) + 1) * NamedFormat.costOf(arguments[0]);
            case "sort", "@sortByAssociatedKeys" ->
                overload.isEmpty() ? ONE : (arguments, result) -> pairs(size(arguments[0]));
            case "distinct" -> (arguments, result) -> pairs(size(arguments[0]));
            case "_==_", "_!=_" -> (arguments, result) -> walk(Math.min(size(arguments[0]), size(arguments[1])));
            default -> byOverload(overload);
        };
    }

    /** Each item of a list is compared with each, and a list is made. */
    private static long pairs(long size) {
        return LIST + 1 + 2 * size * size;
    }

    private static long contains(@Nullable Object[] arguments, boolean withNetwork) {
        long network = size(arguments[0]);
        long cost = walk(2 * network);
        if (withNetwork) {
            cost += walk(network) + 1;
        }
        return arguments[1] instanceof String text ? cost + walk(size(text)) : cost;
    }

    private static CallCosts byOverload(String overload) {
        return switch (overload) {
            case "starts_with_string", "ends_with_string", "string_to_bytes", "bytes_to_string" ->
                (arguments, result) -> walk(size(arguments[0]));
            case "in_list" -> (arguments, result) -> size(arguments[1]);
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes" ->
                (arguments, result) -> walk(Math.min(size(arguments[0]), size(arguments[1])));
            case "add_string", "add_bytes" -> (arguments, result) -> walk(size(arguments[0]) + size(arguments[1]));
            default -> ONE;
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
