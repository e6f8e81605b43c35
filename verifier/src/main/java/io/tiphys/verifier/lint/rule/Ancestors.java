package io.tiphys.verifier.lint.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tasks run before a task. */
final class Ancestors {
    private final Map<String, List<String>> graph;

    Ancestors(Map<String, List<String>> graph) {
        this.graph = graph;
    }

    Set<String> of(String task) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(graph.getOrDefault(task, List.of()));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (found.add(name)) {
                open.addAll(graph.getOrDefault(name, List.of()));
            }
        }
        return found;
    }
}
