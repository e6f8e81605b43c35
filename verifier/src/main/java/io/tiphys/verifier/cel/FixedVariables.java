package io.tiphys.verifier.cel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Variables of a policy that follow from its params alone: evaluated once for all objects. Usable by several threads. */
public final class FixedVariables {
    private final Set<String> names;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * Those of one policy with one param.
     *
     * @param names the variables that read nothing but params and one another
     */
    public FixedVariables(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /**
     * What became of a variable.
     *
     * @param touched the variables that it read, which then cost too
     */
    record Known(CelCost counted, List<String> touched) {}

    boolean has(String name) {
        return names.contains(name);
    }

    @Nullable
    Known get(String name) {
        return known.get(name);
    }

    void put(String name, Known value) {
        known.put(name, value);
    }
}
