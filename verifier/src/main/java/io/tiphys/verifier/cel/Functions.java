package io.tiphys.verifier.cel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who does what a call asks for: bodies of our own, dev.cel. */
final class Functions {
    private final Foreign foreign;
    private final Map<String, CelFunction> own = new HashMap<>();
    private final Map<String, Set<String>> overloads = new HashMap<>();

    Functions(List<CelLibrary> libraries, Foreign foreign) {
        this.foreign = foreign;
        for (CelLibrary library : libraries) {
            for (CelFunction function : library.ownFunctions()) {
                boolean first = own.put(function.name(), function) == null;
                if (!first) {
                    throw new IllegalStateException("two libraries have " + function.name());
                }
                overloads.put(function.name(), new HashSet<>(function.overloadIds()));
            }
        }
    }

    Foreign foreign() {
        return foreign;
    }

    /** The body of a call whose possible overloads the checker has named. */
    CallStep.@Nullable Body body(String name, List<String> candidates, int arguments) {
        CelFunction function = own.get(name);
        if (function != null
                && overloads.getOrDefault(name, Set.of()).containsAll(candidates)
                && !candidates.isEmpty()) {
            return function::applyOrNone;
        }
        return Bodies.of(name, arguments);
    }
}
