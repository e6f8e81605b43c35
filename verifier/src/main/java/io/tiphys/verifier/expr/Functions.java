package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The functions of the language that ask nothing of single items. */
final class Functions {
    private static final int DEEPEST = 100;

    private Functions() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "len" -> length(given.get(0), true);
            case "type" -> Values.type(given.get(0));
            case "abs", "ceil", "floor", "round", "max", "min", "mean", "median" -> Aggregates.call(name, given);
            case "int" -> toInt(given.get(0));
            case "float" -> toFloat(given.get(0));
            case "string" -> Texts.bounded(Values.text(given.get(0)));
            case "toJSON" -> Json.pretty(given.get(0));
            case "fromJSON" -> Json.parse(Values.string(given.get(0)));
            case "duration" -> Spans.parse(Values.string(given.get(0)));
            case "first" -> end(given.get(0), 0);
            case "last" -> end(given.get(0), -1);
            case "get" -> get(given.get(0), given.get(1));
            case "take" -> take(given);
            case "keys", "values", "toPairs" -> parts(name, given);
            case "fromPairs" -> fromPairs(given);
            case "reverse", "uniq", "concat", "flatten" -> lists(name, given);
            case "sort" -> Predicates.sort(given);
            case "join" -> join(given);
            case "repeat" -> Texts.repeat(Values.string(given.get(0)), Values.integer(given.get(1)));
            case "bitand", "bitor", "bitxor", "bitnand", "bitshl", "bitshr", "bitushr", "bitnot" -> bits(name, given);
            default -> text(name, given);
        };
    }

    /** How many items, entries, and of a text characters or bytes. */
    static Object length(Object value, boolean characters) throws ValueException {
        if (value instanceof String text) {
            return (long) (characters ? text.codePointCount(0, text.length()) : Texts.size(text));
        } else if (value instanceof Listing list) {
            return (long) list.items().size();
        } else if (value instanceof Entries entries) {
            return (long) entries.values().size();
        } else if (value instanceof Names.Function function && function.isSprig()) {
            throw ValueException.unknown("the number of functions");
        }
        throw ValueException.failure(Values.shown(value) + " has no length");
    }

    static Object toInt(Object value) throws ValueException {
        if (value instanceof String text) {
            try {
                String digits = text.startsWith("+") ? text.substring(1) : text;
                if (!digits.startsWith("+") && digits.chars().allMatch(c -> c < 128)) {
                    return Long.parseLong(text);
                }
            } catch (NumberFormatException e) {
                throw ValueException.failure("\"" + text + "\" is no integer");
            }
            throw ValueException.failure("\"" + text + "\" is no integer");
        }
        return value instanceof Span span ? Long.valueOf(span.nanos()) : Long.valueOf(Values.integer(value));
    }

    static Object toFloat(Object value) throws ValueException {
        return value instanceof String text ? GoNumber.parse(text) : (Object) Values.number(value);
    }

    private static Object end(Object list, long index) throws ValueException {
        try {
            return Fetch.member(list, index);
        } catch (ValueException e) {
            if (!e.isKnown()) {
                throw e;
            }
            return Nil.NIL;
        }
    }

    private static Object get(Object base, Object key) throws ValueException {
        if (base instanceof Listing list) {
            long index = Values.integer(key);
            long at = index < 0 ? list.items().size() + index : index;
            return at >= 0 && at < list.items().size() ? list.items().get((int) at) : Nil.NIL;
        }
        if (base instanceof Entries || base instanceof Fields || base instanceof Names.Function) {
            return Fetch.member(base, key);
        }
        if (base instanceof String) {
            throw ValueException.unknown("single bytes of a text");
        }
        return Nil.NIL;
    }

    private static Object take(Arguments given) throws ValueException {
        List<Object> list = given.list(0);
        if (!Values.isInteger(given.get(1))) {
            throw given.wrong(1);
        }
        long count = Math.min(list.size(), Values.integer(given.get(1)));
        if (count < 0) {
            throw ValueException.failure("take does not take " + count + " items");
        }
        return new Listing(list.subList(0, (int) count), ((Listing) given.get(0)).kind());
    }

    /** Go gives them in an order that changes. */
    private static Object parts(String name, Arguments given) throws ValueException {
        if (!(given.get(0) instanceof Entries entries)) {
            throw given.wrong(0);
        }
        if (entries.values().size() > 1) {
            throw ValueException.unknown("the order of " + name);
        }
        List<Object> parts = new ArrayList<>();
        for (Map.Entry<String, Object> entry : entries.values().entrySet()) {
            Object value = known(entry.getValue());
            parts.add(
                    name.equals("keys")
                            ? entry.getKey()
                            : name.equals("values") ? value : Listing.any(List.of(entry.getKey(), value)));
        }
        return Listing.any(parts);
    }

    private static Object known(Object value) throws ValueException {
        if (value instanceof Names.Unknown unknown) {
            throw ValueException.unknown(unknown.name());
        }
        return value;
    }

    private static Object fromPairs(Arguments given) throws ValueException {
        Map<String, Object> values = new TreeMap<>();
        for (Object pair : given.list(0)) {
            if (!(pair instanceof Listing list) || list.items().size() != 2) {
                throw ValueException.failure("fromPairs takes lists of two");
            }
            if (!(list.items().get(0) instanceof String)) {
                throw ValueException.unknown("a map whose keys are no texts");
            }
            values.put((String) list.items().get(0), list.items().get(1));
        }
        return new AnyMap(new Entries(values));
    }

    /**
     * A map whose keys could be anything, which JSON does not take.
     *
     * @param entries its entries
     */
    record AnyMap(Entries entries) {}

    private static Object lists(String name, Arguments given) throws ValueException {
        List<Object> result = new ArrayList<>();
        switch (name) {
            case "reverse" -> {
                result.addAll(given.list(0));
                java.util.Collections.reverse(result);
            }
            case "uniq" -> {
                for (Object item : given.list(0)) {
                    if (!contains(result, item)) {
                        result.add(item);
                    }
                }
            }
            case "concat" -> {
                for (int i = 0; i < given.size(); i++) {
                    result.addAll(given.list(i));
                }
            }
            default -> flatten(given.list(0), result, 0);
        }
        return Listing.any(result);
    }

    private static boolean contains(List<Object> list, Object wanted) throws ValueException {
        for (Object item : list) {
            if (Values.equal(wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private static void flatten(List<Object> list, List<Object> result, int depth) throws ValueException {
        if (depth > DEEPEST) {
            throw ValueException.unknown("lists deeper than " + DEEPEST);
        }
        for (Object item : list) {
            if (item instanceof Listing inner) {
                flatten(inner.items(), result, depth + 1);
            } else {
                result.add(item);
            }
        }
    }

    private static Object join(Arguments given) throws ValueException {
        List<String> texts = new ArrayList<>();
        for (Object item : given.list(0)) {
            texts.add(Values.string(item));
        }
        return Texts.bounded(String.join(given.size() > 1 ? Values.string(given.get(1)) : "", texts));
    }

    private static Object bits(String name, Arguments given) throws ValueException {
        for (Object value : given.values()) {
            if (!Values.isInteger(value)) {
                throw ValueException.failure(name + " takes integers, not " + Values.shown(value));
            }
        }
        long x = Values.integer(given.get(0));
        long y = given.size() > 1 ? Values.integer(given.get(1)) : 0;
        boolean shift = name.startsWith("bitsh") || name.equals("bitushr");
        if (shift && y < 0) {
            throw ValueException.failure(name + " does not shift by " + y);
        }
        return switch (name) {
            case "bitand" -> x & y;
            case "bitor" -> x | y;
            case "bitxor" -> x ^ y;
            case "bitnand" -> x & ~y;
            case "bitnot" -> ~x;
            case "bitshl" -> y > 63 ? 0 : x << y;
            case "bitshr" -> x >> Math.min(y, 63);
            default -> y > 63 ? 0 : x >>> y;
        };
    }

    private static Object text(String name, Arguments given) throws ValueException {
        String text = Values.string(given.get(0));
        String second = given.size() > 1 ? Values.string(given.get(1)) : " ";
        return switch (name) {
            case "trim" ->
                given.size() == 1 ? Texts.trim(text, Chars::isSpace) : Texts.trim(text, c -> second.indexOf(c) >= 0);
            case "trimPrefix" -> text.startsWith(second) ? text.substring(second.length()) : text;
            case "trimSuffix" -> text.endsWith(second) ? text.substring(0, text.length() - second.length()) : text;
            case "upper" -> Texts.upper(text);
            case "lower" -> Texts.lower(text);
            case "split", "splitAfter" -> {
                long limit = given.size() > 2 ? Values.integer(given.get(2)) : -1;
                yield Listing.texts(Texts.split(text, second, limit, name.equals("splitAfter")));
            }
            case "replace" -> {
                long limit = given.size() > 3 ? Values.integer(given.get(3)) : -1;
                yield Texts.replace(text, second, Values.string(given.get(2)), limit);
            }
            case "indexOf" -> (long) Texts.size(before(text, text.indexOf(second))) + (text.contains(second) ? 0 : -1);
            case "lastIndexOf" ->
                (long) Texts.size(before(text, text.lastIndexOf(second))) + (text.contains(second) ? 0 : -1);
            case "hasPrefix" -> text.startsWith(second);
            case "hasSuffix" -> text.endsWith(second);
            case "toBase64" -> Base64.getEncoder().encodeToString(Texts.bytes(text));
            case "fromBase64" -> base64(text);
            default -> throw ValueException.unknown("the function " + name);
        };
    }

    private static String before(String text, int index) {
        return text.substring(0, Math.max(0, index));
    }

    static String base64(String text) throws ValueException {
        String compact = text.replace("\n", "").replace("\r", "");
        if (compact.length() % 4 != 0) {
            throw ValueException.failure("no base64: the length is no multiple of four");
        }
        try {
            return Texts.of(Base64.getDecoder().decode(compact));
        } catch (IllegalArgumentException e) {
            throw ValueException.failure("no base64: " + e.getMessage());
        }
    }
}
