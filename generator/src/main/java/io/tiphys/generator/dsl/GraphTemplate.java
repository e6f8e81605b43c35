package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A template of steps or of tasks. Immutable. */
public final class GraphTemplate extends TemplateWords<GraphTemplate> {
    private final Graph<?> graph;

    private GraphTemplate(Parts parts, Graph<?> graph) {
        super(parts);
        this.graph = graph;
    }

    static <G extends Graph<?>> GraphTemplate of(String name, G graph, Consumer<G> body) {
        Parts parts = Parts.named(name);
        Fields.given("the tasks or steps", body).accept(graph);
        graph.complete();
        return new GraphTemplate(parts.using(graph.references()).failing(graph.problems()), graph);
    }

    @Override
    GraphTemplate copy(Parts changed) {
        return new GraphTemplate(changed, graph);
    }

    @Override
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        graph.nodes().values().forEach(node -> calls.addAll(node.calls()));
        return calls;
    }

    /** The steps or tasks. */
    Graph<?> graph() {
        return graph;
    }

    @Override
    Fields body(Fields fields, Context context) {
        return graph.in(fields, context, name());
    }
}
