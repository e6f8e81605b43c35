package io.tiphys.verifier.expr;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of an expression: what is given, and the functions that Argo adds. */
final class Names {
    private static final Set<String> FUNCTIONS = Set.of("asInt", "asFloat", "jsonpath", "toJson");
    private static final String SPRIG = "sprig";

    private final Map<String, Object> values;
    private final boolean functions;

    /**
     * @param values the given variables
     * @param functions whether Argo adds its functions
     */
    Names(Map<String, Object> values, boolean functions) {
        this.values = values;
        this.functions = functions;
    }

    boolean has(String name) {
        return values.containsKey(name) || isAdded(name);
    }

    Type type(String name) throws ValueException {
        if (isAdded(name)) {
            return name.equals(SPRIG) ? Type.MAP : Type.FUNCTION;
        }
        Object value = value(name).orElse(Nil.NIL);
        if (value instanceof Unknown unknown) {
            throw ValueException.unknown(unknown.name());
        }
        return Type.ofValue(value);
    }

    /** The value, if there is such a variable. */
    Optional<Object> value(String name) {
        return isAdded(name) ? Optional.of(new Function(name)) : Optional.ofNullable(values.get(name));
    }

    private boolean isAdded(String name) {
        return functions && (FUNCTIONS.contains(name) || name.equals(SPRIG));
    }

    /**
     * A function of Argo as value; {@code sprig} is the map of sprig's functions.
     *
     * @param name its name, with {@code sprig.} before those of sprig
     */
    record Function(String name) {
        boolean isSprig() {
            return name.equals(SPRIG);
        }
    }

    /**
     * The value of a variable that only a run knows.
     *
     * @param name of the variable
     */
    record Unknown(String name) {}
}
