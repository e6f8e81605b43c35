package io.tiphys.verifier.explain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Amounts of resources by name: {@code cpu} in cores, {@code memory} in bytes, {@code pods} and devices counted.
 *
 * @param known what is known
 * @param open the names of those that may be more, by an unknown amount
 */
public record Amounts(Map<String, BigDecimal> known, Set<String> open) {
    static final Amounts NONE = new Amounts(Map.of(), Set.of());

    public Amounts {
        known = Collections.unmodifiableMap(new TreeMap<>(known));
        open = Collections.unmodifiableSet(new TreeSet<>(open));
    }

    /** The known amount. */
    BigDecimal of(String name) {
        return known.getOrDefault(name, BigDecimal.ZERO);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(open);
        return names;
    }

    Amounts plus(Amounts other) {
        return joined(other, BigDecimal::add);
    }

    Amounts max(Amounts other) {
        return joined(other, BigDecimal::max);
    }

    private Amounts joined(Amounts other, BinaryOperator<BigDecimal> join) {
        Map<String, BigDecimal> sum = new TreeMap<>(known);
        other.known.forEach((name, amount) -> sum.merge(name, amount, join));
        Set<String> all = new TreeSet<>(open);
        all.addAll(other.open);
        return new Amounts(sum, all);
    }

    Amounts times(Count count) {
        Map<String, BigDecimal> product = new TreeMap<>();
        known.forEach((name, amount) -> product.put(name, amount.multiply(BigDecimal.valueOf(count.number()))));
        return count.known() ? new Amounts(product, count.number() == 0 ? Set.of() : open) : allOpen();
    }

    Amounts allOpen() {
        return new Amounts(known, names());
    }

    /** For people: {@code cpu 0.5, memory 100Mi, pods 1}. */
    String words() {
        return names().stream()
                .map(name -> name + " " + (open.contains(name) ? "unknown" : ExplainText.amount(name, of(name))))
                .collect(joining(", "));
    }

    /** The same with one more amount in the place of another one of its name. */
    Amounts with(String name, BigDecimal amount) {
        Map<String, BigDecimal> more = new TreeMap<>(known);
        more.put(name, amount);
        return new Amounts(more, open);
    }
}
