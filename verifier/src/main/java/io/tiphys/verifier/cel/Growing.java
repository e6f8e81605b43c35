package io.tiphys.verifier.cel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and maps that a loop makes: they grow in place, and nobody else sees them before the loop has ended. */
final class Growing {
    private Growing() {}

    /** A list in the making. */
    private static final class Items extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        Items(Collection<?> first) {
            super(first);
        }
    }

    /** A map in the making. */
    private static final class Fields extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1L;

        Fields(Map<?, ?> first) {
            super(first);
        }
    }

    /** What a loop begins with. */
    static Object begin(Object initial) {
        if (initial instanceof Collection<?> list && list.isEmpty()) {
            return new Items(list);
        }
        return initial instanceof Map<?, ?> map && map.isEmpty() ? new Fields(map) : initial;
    }

    /** What a loop gives: nothing grows from here on. */
    static Object end(Object value) {
        if (value instanceof Items items) {
            return CelList.made(items);
        }
        return value instanceof Fields fields ? new CelMap(fields) : value;
    }

    /** {@code so far + [item]}. */
    static final class Append extends Step {
        private final Step accumulator;
        private final Step item;
        private final int callCost;

        Append(Step accumulator, Step item, int callCost) {
            super(0, 0);
            this.accumulator = accumulator;
            this.item = item;
            this.callCost = callCost;
        }

        @Override
        Object run(Frame frame) {
            Object list = accumulator.eval(frame);
            Object value = item.eval(frame);
            frame.charge(callCost);
            if (!(list instanceof Items items)) {
                throw CelFailure.noSuchOverload("_+_", list, List.of(value));
            }
            Limits.checkSize(items.size() + 1L);
            items.add(value);
            return items;
        }
    }

    /** {@code so far} with a key and its value, or with all those of another map. */
    static final class Insert extends Step {
        private final Step accumulator;
        private final Step[] more;
        private final int callCost;

        Insert(Step accumulator, Step[] more, int callCost) {
            super(0, 0);
            this.accumulator = accumulator;
            this.more = more.clone();
            this.callCost = callCost;
        }

        @Override
        Object run(Frame frame) {
            Object map = accumulator.eval(frame);
            Object[] values = new Object[more.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = more[i].eval(frame);
            }
            frame.charge(callCost);
            if (!(map instanceof Fields fields)) {
                throw CelFailure.noSuchOverload("cel.@mapInsert", map);
            }
            if (values.length == 2) {
                put(fields, values[0], values[1]);
            } else if (values[0] instanceof Map<?, ?> other) {
                other.forEach((key, value) -> put(fields, key, value));
            } else {
                throw CelFailure.noSuchOverload("cel.@mapInsert", map, values[0]);
            }
            return fields;
        }

        private static void put(Fields fields, Object key, Object value) {
            if (MapKeys.contains(fields, key)) {
                throw new CelFailure("insert failed: key " + ValueText.of(key) + " already exists");
            }
            fields.put(key, value);
        }
    }
}
