package io.tiphys.verifier.expr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables that tags and expressions see, by their flat names such as {@code inputs.parameters.a}. Immutable.
 *
 * @param values the values; see {@link Builder}
 * @param nested the same as expressions see them: names are members of names
 */
public record Scope(Map<String, Object> values, Map<String, Object> nested) {
    /** Makes a scope of flat values. */
    private static Scope of(Map<String, Object> flat) {
        return new Scope(new TreeMap<>(flat), Nesting.nest(flat));
    }

    /** The names of functions that Argo adds hide variables of these names. */
    Names names(boolean functions) {
        return new Names(nested, functions);
    }

    /** Collects values. */
    public static final class Builder {
        private final Map<String, Object> values = new HashMap<>();

        /** A scope with nothing in it. */
        public Builder() {}

        /** A scope that begins with all of another. */
        public Builder(Scope scope) {
            values.putAll(scope.values());
        }

        /** A variable with a text. */
        public Builder text(String name, String value) {
            values.put(name, value);
            return this;
        }

        /** An output that a step may not have made: nil. */
        public Builder absent(String name) {
            values.put(name, Nil.NIL);
            return this;
        }

        /** A variable that exists, but whose value only a run knows; one that has a value keeps it. */
        public Builder unknown(String name) {
            values.putIfAbsent(name, new Names.Unknown(name));
            return this;
        }

        /** A variable with any value of JSON. Numbers have a fraction, as Go reads them. */
        public Builder json(String name, JsonNode value) {
            try {
                values.put(name, Json.value(value));
            } catch (ValueException e) {
                values.put(name, new Names.Unknown(name));
            }
            return this;
        }

        /** The results of a task for conditions: those that are true. */
        public Builder results(String name, List<String> results) {
            Map<String, Boolean> all = new LinkedHashMap<>();
            results.forEach(result -> all.put(result, true));
            values.put(name, new Fields(all));
            return this;
        }

        /** The scope. */
        public Scope build() {
            return Scope.of(values);
        }
    }

    /** The value of a flat name: a text, {@code Nil}, another value, or nothing. */
    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether a path of members leads to something known. */
    boolean has(String path) {
        try {
            return reaches(path);
        } catch (ValueException e) {
            return false;
        }
    }

    /** Whether the value of a flat name still has tags. */
    boolean isOpen(String name) {
        return values.get(name) instanceof String text && text.contains("{{");
    }

    /** Whether a path of members leads to something, if only to nil. */
    boolean reaches(String path) throws ValueException {
        Names names = names(true);
        String[] parts = path.split("\\.", -1);
        Optional<Object> value = names.value(path);
        int at = parts.length;
        for (int i = parts.length - 1; value.isEmpty() && i > 0; i--) {
            value = names.value(String.join(".", List.of(parts).subList(0, i)));
            at = i;
        }
        for (int i = at; value.isPresent() && i < parts.length; i++) {
            value = member(value.get(), parts[i]);
        }
        return value.isPresent();
    }

    private static Optional<Object> member(Object value, String name) throws ValueException {
        if (value instanceof Names.Unknown variable) {
            throw ValueException.unknown(variable.name());
        }
        if (value instanceof Entries entries) {
            return Optional.ofNullable(entries.values().get(name));
        }
        return value instanceof Names.Function function && function.isSprig() && Sprig.isKnown(name)
                ? Optional.of(function)
                : Optional.empty();
    }

    /** Turns dotted names into maps of maps. */
    private static final class Nesting {
        private Nesting() {}

        static Map<String, Object> nest(Map<String, Object> flat) {
            Map<String, Object> kept = new TreeMap<>(Texts::compare);
            kept.putAll(flat);
            List<String> names = new ArrayList<>(kept.keySet());
            for (int i = 0; i + 1 < names.size(); i++) {
                if (names.get(i + 1).startsWith(names.get(i) + ".")) {
                    kept.remove(names.get(i));
                }
            }
            return level(kept, "");
        }

        /** Where a name and a longer one both remain, the real program takes either. */
        private static Map<String, Object> level(Map<String, Object> kept, String prefix) {
            Map<String, Object> leaves = new TreeMap<>();
            Map<String, Map<String, Object>> inner = new TreeMap<>();
            for (Map.Entry<String, Object> entry : kept.entrySet()) {
                String name = entry.getKey();
                int dot = name.indexOf('.');
                if (dot < 0) {
                    leaves.put(name, entry.getValue());
                } else {
                    inner.computeIfAbsent(name.substring(0, dot), key -> new TreeMap<>(Texts::compare))
                            .put(name.substring(dot + 1), entry.getValue());
                }
            }
            inner.forEach((name, members) -> leaves.put(
                    name,
                    leaves.containsKey(name)
                            ? new Names.Unknown(prefix + name)
                            : new Entries(level(members, prefix + name + "."))));
            return leaves;
        }
    }
}
