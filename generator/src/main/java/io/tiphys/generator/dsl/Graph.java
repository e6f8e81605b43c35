package io.tiphys.generator.dsl;

import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph while it is being defined; complete when the lambda that fills it ends.
 *
 * @param <N> its nodes
 */
public abstract sealed class Graph<N extends Node<N>> permits Steps, Dag {
    private final String name;
    private final SelfReference self = new SelfReference();
    private final Map<String, N> nodes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private References references = References.NONE;
    private boolean complete;

    Graph(String name) {
        this.name = name;
    }

    /** The template that is being defined, for recursion. */
    public final Callable self() {
        return self;
    }

    /** What the whole template gives, taken from what its nodes give. */
    public final void outputs(TemplateOutput... outputs) {
        references = references.with((Object[]) outputs);
    }

    /**
     * The fields of the template that the nodes are.
     *
     * @param template the name under which it stands in the manifest
     */
    abstract Fields in(Fields fields, Context context, String template);

    /** Checks what only the finished graph shows. */
    abstract void check();

    final N add(N node) {
        open(node);
        if (nodes.containsKey(node.name())) {
            problem(
                    DefinitionRules.DUPLICATE_NODE,
                    "\"" + node.name() + "\" stands twice in \"" + name + "\"",
                    node.line());
        }
        nodes.putIfAbsent(node.name(), node);
        return node;
    }

    final void open(Node<?> node) {
        if (complete) {
            throw new IllegalStateException("\"" + node.name() + "\" was changed after its graph \"" + name
                    + "\" was complete; say all of it inside the lambda");
        }
    }

    /** Ends the definition. */
    final void complete() {
        for (N node : nodes.values()) {
            foreign(node.references());
        }
        foreign(references);
        check();
        complete = true;
    }

    private void foreign(References used) {
        used.nodes().forEach((node, line) -> {
            if (node.graph() != this) {
                problem(
                        DefinitionRules.FOREIGN_NODE,
                        "\"" + node.name() + "\" belongs to \"" + node.graph().name() + "\", not to \"" + name + "\"",
                        line);
            }
        });
        used.nodeNames().forEach((node, line) -> {
            if (!nodes.containsKey(node)) {
                problem(DefinitionRules.FOREIGN_NODE, "\"" + name + "\" has no \"" + node + "\"", line);
            }
        });
    }

    /** The nodes of this graph whose outputs a node uses. */
    final Set<Node<?>> used(Node<?> node) {
        References used = node.references();
        Set<Node<?>> all = new LinkedHashSet<>();
        used.nodes().keySet().stream().filter(other -> other.graph() == this).forEach(all::add);
        used.nodeNames().keySet().stream()
                .flatMap(other -> Optional.ofNullable(nodes.get(other)).stream())
                .forEach(all::add);
        return all;
    }

    /** A node gives only what its template declares. */
    final void given(Node<?> node, Declaration output) {
        Optional<Template> callee = node.call().callee().filter(template -> !(template instanceof ModelTemplate));
        if (callee.isPresent()
                && callee.get().parts().references().declared().stream()
                        .noneMatch(declared -> declared.role() == output.role()
                                && declared.name().equals(output.name()))) {
            problem(
                    DefinitionRules.UNKNOWN_OUTPUT,
                    "\"" + node.name() + "\" runs \"" + callee.get().name() + "\", which has no output \""
                            + output.name() + "\"");
        }
    }

    final void problem(Rule rule, String message) {
        problems.add(Problem.here(rule, message));
    }

    final void problem(Rule rule, String message, Optional<JavaLine> line) {
        problems.add(new Problem(rule, message, line));
    }

    final String name() {
        return name;
    }

    final Map<String, N> nodes() {
        return nodes;
    }

    final List<Problem> problems() {
        return problems;
    }

    /** What the template has to declare for its nodes and outputs. */
    final References references() {
        References all = References.NONE;
        for (N node : nodes.values()) {
            all = all.with(node.references().withoutNodes());
        }
        return all.with(references.withoutNodes());
    }
}
