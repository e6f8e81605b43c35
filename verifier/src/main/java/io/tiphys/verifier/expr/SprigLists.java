package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sprig's functions of lists and maps. */
final class SprigLists {
    static final Set<String> NAMES = Set.of(
            "split",
            "splitn",
            "splitList",
            "toStrings",
            "until",
            "untilStep",
            "sortAlpha",
            "tuple",
            "list",
            "dict",
            "get",
            "hasKey",
            "append",
            "push",
            "mustAppend",
            "mustPush",
            "prepend",
            "mustPrepend",
            "first",
            "mustFirst",
            "rest",
            "mustRest",
            "last",
            "mustLast",
            "initial",
            "mustInitial",
            "reverse",
            "mustReverse",
            "uniq",
            "mustUniq",
            "without",
            "mustWithout",
            "has",
            "mustHas",
            "concat",
            "compact",
            "mustCompact");
    private static final int MOST = 100_000;

    private SprigLists() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "list", "tuple" -> Listing.any(given.values());
            case "dict" -> dict(given);
            case "get" -> given.exactly(2).entries(0).values().getOrDefault(given.text(1), "");
            case "hasKey" -> given.exactly(2).entries(0).values().containsKey(given.text(1));
            case "split" -> parts(Texts.split(given.exactly(2).text(1), given.text(0), -1, false));
            case "splitn" -> parts(Texts.split(given.exactly(3).text(2), given.text(0), given.integer(1), false));
            case "splitList" -> Listing.texts(Texts.split(given.exactly(2).text(1), given.text(0), -1, false));
            case "toStrings" -> Listing.texts(texts(given.exactly(1).get(0)));
            case "sortAlpha" -> {
                List<String> texts = new ArrayList<>(texts(given.exactly(1).get(0)));
                texts.sort(Texts::compare);
                yield Listing.texts(texts);
            }
            case "until" -> {
                long count = given.exactly(1).integer(0);
                yield numbers(0, count, count < 0 ? -1 : 1);
            }
            case "untilStep" -> numbers(given.exactly(3).integer(0), given.integer(1), given.integer(2));
            case "concat" -> {
                List<Object> all = new ArrayList<>();
                for (int i = 0; i < given.size(); i++) {
                    all.addAll(given.list(i));
                }
                yield Listing.any(all);
            }
            case "has", "mustHas" -> has(given.exactly(2));
            case "append", "push", "mustAppend", "mustPush", "prepend", "mustPrepend" -> {
                List<Object> all = new ArrayList<>(given.exactly(2).list(0));
                all.add(name.endsWith("repend") ? 0 : all.size(), given.get(1));
                yield Listing.any(all);
            }
            default -> part(name.startsWith("must") ? name.substring(4) : name, given);
        };
    }

    private static Object part(String name, Arguments given) throws ValueException {
        boolean without = name.equalsIgnoreCase("without");
        List<Object> items = (without ? given.between(1, Integer.MAX_VALUE) : given.exactly(1)).list(0);
        int size = items.size();
        return switch (name) {
            case "first", "First" -> size == 0 ? Nil.NIL : items.get(0);
            case "last", "Last" -> size == 0 ? Nil.NIL : items.get(size - 1);
            case "rest", "Rest" -> nonEmpty(items, 1, size);
            case "initial", "Initial" -> nonEmpty(items, 0, size - 1);
            case "reverse", "Reverse" -> {
                List<Object> reversed = new ArrayList<>(items);
                Collections.reverse(reversed);
                yield Listing.any(reversed);
            }
            case "compact", "Compact" -> {
                List<Object> kept = new ArrayList<>();
                for (Object item : items) {
                    if (!Sprig.isEmpty(item)) {
                        kept.add(item);
                    }
                }
                yield Listing.any(kept);
            }
            default -> {
                List<Object> excluded = without ? given.values().subList(1, given.size()) : List.of();
                List<Object> kept = new ArrayList<>();
                for (Object item : items) {
                    if (!excluded.contains(item) && (without || !kept.contains(item))) {
                        kept.add(item);
                    }
                }
                yield Listing.any(kept);
            }
        };
    }

    /** The empty list's rest is a list that is nil. */
    private static Object nonEmpty(List<Object> items, int from, int to) throws ValueException {
        if (items.isEmpty()) {
            throw ValueException.unknown("the rest of an empty list");
        }
        return Listing.any(items.subList(from, to));
    }

    private static Object has(Arguments given) throws ValueException {
        if (given.get(1) == Nil.NIL) {
            return false;
        }
        return given.list(1).contains(given.get(0));
    }

    private static Object dict(Arguments given) throws ValueException {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < given.size(); i += 2) {
            values.put(Sprig.text(given.get(i)), i + 1 < given.size() ? given.get(i + 1) : "");
        }
        return new Entries(values);
    }

    private static Object parts(List<String> parts) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put("_" + i, parts.get(i));
        }
        return new Entries(values);
    }

    private static Object numbers(long from, long to, long step) throws ValueException {
        List<Object> numbers = new ArrayList<>();
        boolean up = from <= to && step > 0;
        boolean down = to < from && step < 0;
        for (long i = from; up ? i < to : down && i > to; i += step) {
            numbers.add(i);
            if (numbers.size() > MOST) {
                throw ValueException.unknown("a list of more than " + MOST + " numbers");
            }
        }
        return new Listing(numbers, Type.Kind.INT);
    }

    /** The texts of a list's items; of any other value, its own. */
    static List<String> texts(Object value) throws ValueException {
        List<String> texts = new ArrayList<>();
        if (value instanceof Listing list) {
            for (Object item : list.items()) {
                if (item != Nil.NIL) {
                    texts.add(Sprig.text(item));
                }
            }
        } else if (value != Nil.NIL) {
            texts.add(Sprig.text(value));
        }
        return texts;
    }
}
