package io.tiphys.verifier.lint.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template of a spec, or one written in place in a step or task.
 *
 * @param node its content
 * @param parents for one written in place, the templates around it, the outermost first
 */
public record Template(Node node, List<Template> parents) {
    public Template {
        parents = List.copyOf(parents);
    }

    /** Its name; empty for one that is written in place. */
    public String name() {
        return isInline() ? "" : node.text("name");
    }

    /** Whether it is written in place. */
    public boolean isInline() {
        return !parents.isEmpty();
    }

    /** What it does; nothing where it has no type or several. */
    public Optional<TemplateType> type() {
        return TemplateType.of(node);
    }

    /** Whether it is of a type. */
    public boolean is(TemplateType type) {
        return node.has(type.field());
    }

    /** The steps and tasks in it. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        if (is(TemplateType.STEPS)) {
            for (Node group : node.items("steps")) {
                group.items().forEach(step -> calls.add(new Call(step, Call.Kind.STEP)));
            }
        }
        if (is(TemplateType.DAG)) {
            node.get("dag").items("tasks").forEach(task -> calls.add(new Call(task, Call.Kind.TASK)));
        }
        return calls;
    }

    /** All containers, with init containers and sidecars. */
    public List<Node> containers() {
        List<Node> containers = new ArrayList<>();
        for (String field : List.of("container", "script")) {
            if (node.get(field).json().isObject()) {
                containers.add(node.get(field));
            }
        }
        containers.addAll(node.get("containerSet").items("containers"));
        containers.addAll(node.items("initContainers"));
        containers.addAll(node.items("sidecars"));
        return containers;
    }
}
