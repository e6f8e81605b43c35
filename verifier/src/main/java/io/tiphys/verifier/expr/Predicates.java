package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The functions that ask something of every item. */
final class Predicates {
    private final Evaluator evaluator;

    Predicates(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * What pointers stand for.
     *
     * @param item the item
     * @param index its place in the list
     * @param accumulated what {@code reduce} has made so far
     */
    record Item(Object item, long index, Object accumulated) {
        Object value(String pointer) throws ValueException {
            return switch (pointer) {
                case "" -> item;
                case "index" -> index;
                case "acc" -> accumulated;
                default -> throw ValueException.failure("there is no #" + pointer);
            };
        }
    }

    Object call(Syntax.Builtin node) throws ValueException {
        Object collection = evaluator.evaluate(node.arguments().get(0));
        if (!(collection instanceof Listing list)) {
            if (collection instanceof String || collection instanceof Entries) {
                throw ValueException.unknown("the items of such a value");
            }
            throw ValueException.failure(node.name() + " takes a list, not " + Values.shown(collection));
        }
        Optional<Syntax> predicate =
                node.arguments().size() > 1 ? Optional.of(node.arguments().get(1)) : Optional.empty();
        return switch (node.name()) {
            case "sum" -> sum(node, list, predicate);
            case "reduce" -> reduce(node, list);
            case "groupBy" -> throw ValueException.unknown("groups");
            case "sortBy" -> sortBy(node, list);
            default -> search(node.name(), list, predicate);
        };
    }

    private Object ask(Syntax predicate, Item item) throws ValueException {
        Optional<Item> before = evaluator.swap(Optional.of(item));
        Object value = evaluator.evaluate(predicate);
        evaluator.swap(before);
        return value;
    }

    private Object search(String name, Listing list, Optional<Syntax> predicate) throws ValueException {
        List<Object> found = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        int size = list.items().size();
        boolean last = name.startsWith("findLast");
        for (int i = 0; i < size; i++) {
            int at = last ? size - 1 - i : i;
            Object item = list.items().get(at);
            Object answer = predicate.isPresent() ? ask(predicate.get(), new Item(item, at, Nil.NIL)) : item;
            if (name.equals("map")) {
                found.add(answer);
                continue;
            }
            boolean holds = Values.condition(answer);
            if (holds) {
                found.add(item);
                places.add((long) at);
            }
            if (holds ? name.equals("any") || name.equals("none") || name.startsWith("find") : name.equals("all")) {
                break;
            }
        }
        return switch (name) {
            case "all" -> found.size() == size;
            case "any" -> !found.isEmpty();
            case "none" -> found.isEmpty();
            case "one" -> found.size() == 1;
            case "count" -> (long) found.size();
            case "find", "findLast" -> found.isEmpty() ? Nil.NIL : found.get(0);
            case "findIndex", "findLastIndex" -> places.isEmpty() ? Nil.NIL : (Object) places.get(0);
            default -> Listing.any(found);
        };
    }

    /** Of a list that is written out, the sum begins with its first item, else with zero. */
    private Object sum(Syntax.Builtin node, Listing list, Optional<Syntax> predicate) throws ValueException {
        boolean written = node.arguments().get(0) instanceof Syntax.Items items
                && items.nodes().size() > 1
                && predicate.isEmpty()
                && !items.nodes().stream().allMatch(Syntax.Literal.class::isInstance);
        if (written) {
            Object sum = list.items().get(list.items().size() - 1);
            for (int i = list.items().size() - 2; i >= 0; i--) {
                sum = Arithmetic.binary("+", list.items().get(i), sum);
            }
            return sum;
        }
        Object sum = 0L;
        for (int i = 0; i < list.items().size(); i++) {
            Object item = list.items().get(i);
            Object value = predicate.isPresent() ? ask(predicate.get(), new Item(item, i, Nil.NIL)) : item;
            sum = Arithmetic.binary("+", value, sum);
        }
        return sum;
    }

    private Object reduce(Syntax.Builtin node, Listing list) throws ValueException {
        boolean hasStart = node.arguments().size() > 2;
        if (!hasStart && list.items().isEmpty()) {
            throw ValueException.failure("reduce takes a list with items, or a value to begin with");
        }
        Object result = hasStart
                ? evaluator.evaluate(node.arguments().get(2))
                : list.items().get(0);
        for (int i = hasStart ? 0 : 1; i < list.items().size(); i++) {
            result = ask(node.arguments().get(1), new Item(list.items().get(i), i, result));
        }
        return result;
    }

    private Object sortBy(Syntax.Builtin node, Listing list) throws ValueException {
        boolean descending = node.arguments().size() > 2
                && descending(evaluator.evaluate(node.arguments().get(2)));
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            keys.add(ask(node.arguments().get(1), new Item(list.items().get(i), i, Nil.NIL)));
        }
        return Listing.any(sorted(list.items(), keys, descending));
    }

    /** The function {@code sort}. */
    static Object sort(Arguments given) throws ValueException {
        boolean descending = given.size() > 1 && descending(given.get(1));
        return Listing.any(sorted(given.list(0), given.list(0), descending));
    }

    private static boolean descending(Object order) throws ValueException {
        if (order.equals("asc") || order.equals("desc")) {
            return order.equals("desc");
        }
        throw ValueException.failure("the order is asc or desc, not " + Values.shown(order));
    }

    /** Go's sort is not stable: of equal keys with different items, the order is not known. */
    private static List<Object> sorted(List<Object> items, List<Object> keys, boolean descending)
            throws ValueException {
        Map<Integer, Object> order = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int place = 0;
            for (int j = 0; j < keys.size(); j++) {
                int compared = Arithmetic.compare("<", keys.get(j), keys.get(i));
                if (compared == 2 || (compared == 0 && !items.get(i).equals(items.get(j)))) {
                    throw ValueException.unknown("the order of equal items");
                }
                boolean before = descending ? compared > 0 : compared < 0;
                place += before || (compared == 0 && j < i) ? 1 : 0;
            }
            order.put(place, items.get(i));
        }
        return new ArrayList<>(order.values());
    }
}
