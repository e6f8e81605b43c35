package io.tiphys.generator.dsl;

/** One step of a {@code steps} template. */
public final class Step extends Node<Step> {
    Step(Graph<?> graph, String name, Callable callable) {
        super(graph, name, callable);
    }

    @Override
    Step self() {
        return this;
    }

    @Override
    String family() {
        return "steps";
    }
}
