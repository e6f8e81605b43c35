package io.tiphys.verifier.lint.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An order in which each one comes behind those that it waits for. */
final class Order {
    private Order() {}

    static boolean isPossible(Map<String, List<String>> graph) {
        return of(graph).isPresent();
    }

    /**
     * The names in such an order; nothing where they wait for each other.
     *
     * @param graph for each name those that it waits for, all of them names of the graph
     */
    static Optional<List<String>> of(Map<String, List<String>> graph) {
        Map<String, List<String>> waiting = new LinkedHashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        graph.forEach((name, others) -> {
            Set<String> distinct = new HashSet<>(others);
            open.put(name, distinct.size());
            distinct.forEach(other ->
                    waiting.computeIfAbsent(other, key -> new ArrayList<>()).add(name));
        });
        List<String> order = new ArrayList<>();
        open.forEach((name, count) -> {
            if (count == 0) {
                order.add(name);
            }
        });
        for (int i = 0; i < order.size(); i++) {
            for (String next : waiting.getOrDefault(order.get(i), List.of())) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    order.add(next);
                }
            }
        }
        return order.size() == graph.size() ? Optional.of(order) : Optional.empty();
    }
}
