package io.tiphys.verifier.lint.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Circles in a graph of names. */
final class Cycles {
    private Cycles() {}

    /**
     * A circle, from a name back to itself, if there is one.
     *
     * @param graph name → names it waits for; those that are no key are left out
     */
    static Optional<List<String>> find(Map<String, List<String>> graph) {
        Set<String> done = new HashSet<>();
        for (String start : graph.keySet()) {
            Deque<String> path = new ArrayDeque<>();
            Deque<Iterator<String>> open = new ArrayDeque<>();
            enter(start, graph, path, open);
            while (!open.isEmpty()) {
                if (!open.getLast().hasNext()) {
                    open.removeLast();
                    done.add(path.removeLast());
                    continue;
                }
                String next = open.getLast().next();
                if (path.contains(next)) {
                    List<String> cycle =
                            new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(next), path.size());
                    List<String> closed = new ArrayList<>(cycle);
                    closed.add(next);
                    return Optional.of(closed);
                }
                if (!done.contains(next) && graph.containsKey(next)) {
                    enter(next, graph, path, open);
                }
            }
        }
        return Optional.empty();
    }

    private static void enter(
            String name, Map<String, List<String>> graph, Deque<String> path, Deque<Iterator<String>> open) {
        path.addLast(name);
        open.addLast(graph.getOrDefault(name, List.of()).iterator());
    }
}
