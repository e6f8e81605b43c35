package io.tiphys.verifier.cel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps that make lists and maps. */
final class MakeSteps {
    private MakeSteps() {}

    /** {@code [a, ?b]}. */
    static final class Items extends Step {
        private final Step[] items;
        private final List<Integer> optional;

        Items(CostPlan costs, long id, Step[] items, List<Integer> optional) {
            super(costs, id);
            this.items = items.clone();
            this.optional = List.copyOf(optional);
        }

        @Override
        Object run(Frame frame) {
            List<Object> values = new ArrayList<>(items.length);
            for (int i = 0; i < items.length; i++) {
                Object value = items[i].eval(frame);
                if (optional.contains(i)) {
                    MakeSteps.optional(value).ifPresent(values::add);
                } else {
                    values.add(value);
                }
            }
            return CelList.made(values);
        }
    }

    /** An entry of a map. */
    record Entry(Step key, Step value, boolean optional) {}

    /** {@code {a: b, ?c: d}}. */
    static final class Fields extends Step {
        private final List<Entry> entries;

        Fields(CostPlan costs, long id, List<Entry> entries) {
            super(costs, id);
            this.entries = List.copyOf(entries);
        }

        @Override
        Object run(Frame frame) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (Entry entry : entries) {
                Object key = entry.key().eval(frame);
                if (!MapKeys.isKey(key)) {
                    throw new CelFailure("unsupported key type: " + Types.nameOf(key));
                }
                if (MapKeys.contains(map, key)) {
                    throw new CelFailure("Failed with repeated key");
                }
                Object value = entry.value().eval(frame);
                if (entry.optional()) {
                    optional(value).ifPresent(present -> map.put(key, present));
                } else {
                    map.put(key, value);
                }
            }
            return new CelMap(map);
        }
    }

    private static Optional<?> optional(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional;
        }
        throw new CelFailure("cannot initialize an optional entry from a value of type " + Types.nameOf(value));
    }
}
