package io.tiphys.verifier.expr;

import java.util.Map;
import java.util.Set;

/** The names of the language's functions, and the form of those that ask something of every item. */
final class Signatures {
    /** An argument: a value, a predicate; the capital letter means that it may be missing. */
    private static final Map<String, String> PREDICATES = Map.ofEntries(
            Map.entry("all", "vp"),
            Map.entry("none", "vp"),
            Map.entry("any", "vp"),
            Map.entry("one", "vp"),
            Map.entry("filter", "vp"),
            Map.entry("map", "vp"),
            Map.entry("count", "vP"),
            Map.entry("sum", "vP"),
            Map.entry("find", "vp"),
            Map.entry("findIndex", "vp"),
            Map.entry("findLast", "vp"),
            Map.entry("findLastIndex", "vp"),
            Map.entry("groupBy", "vp"),
            Map.entry("sortBy", "vpV"),
            Map.entry("reduce", "vpV"));

    private static final Set<String> FUNCTIONS = Set.of(
            "len",
            "type",
            "abs",
            "ceil",
            "floor",
            "round",
            "int",
            "float",
            "string",
            "trim",
            "trimPrefix",
            "trimSuffix",
            "upper",
            "lower",
            "split",
            "splitAfter",
            "replace",
            "repeat",
            "join",
            "indexOf",
            "lastIndexOf",
            "hasPrefix",
            "hasSuffix",
            "max",
            "min",
            "mean",
            "median",
            "toJSON",
            "fromJSON",
            "toBase64",
            "fromBase64",
            "now",
            "duration",
            "date",
            "timezone",
            "first",
            "last",
            "get",
            "take",
            "keys",
            "values",
            "toPairs",
            "fromPairs",
            "reverse",
            "uniq",
            "concat",
            "flatten",
            "sort",
            "bitand",
            "bitor",
            "bitxor",
            "bitnand",
            "bitshl",
            "bitshr",
            "bitushr",
            "bitnot");

    private Signatures() {}

    /** The arguments of a function with a predicate, one letter each; empty if it is none. */
    static String predicate(String name) {
        return PREDICATES.getOrDefault(name, "");
    }

    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }
}
