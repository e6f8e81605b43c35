package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.verifier.lint.spec.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks that wait for each other. */
final class Dag {
    private final Walk walk;
    private final Visited template;
    private final Known known;
    private final List<JsonNode> tasks;
    private final Map<String, JsonNode> byName = new LinkedHashMap<>();
    private final Map<String, JsonPointer> places = new HashMap<>();
    private final Map<String, Dependencies> dependencies = new LinkedHashMap<>();
    private final Map<String, Optional<Visited>> called = new HashMap<>();

    Dag(Walk walk, Visited template, Known known) {
        this.walk = walk;
        this.template = template;
        this.known = known;
        this.tasks = Fields.items(template.json().path("dag"), "tasks");
    }

    /** A graph is stopped by its leaves. */
    static void noDeadline(Visited template) throws RefusedException {
        if (Fields.has(template.json(), "activeDeadlineSeconds")) {
            throw new RefusedException(
                    template.at("activeDeadlineSeconds"), "steps and dag templates take no activeDeadlineSeconds");
        }
    }

    void check() throws RefusedException {
        noDeadline(template);
        JsonPointer at = template.at("dag", "tasks");
        if (tasks.isEmpty()) {
            throw new RefusedException(at, "the dag has no task");
        }
        for (int i = 0; i < tasks.size(); i++) {
            String name = Fields.text(tasks.get(i), "name");
            byName.put(name, tasks.get(i));
            places.put(name, template.at(at, i));
        }
        List<String> order = order(at);
        Names.workflowNames(tasks, at);
        boolean depends =
                tasks.stream().anyMatch(task -> !Fields.text(task, "depends").isEmpty());
        for (String name : order) {
            first(name, depends);
        }
        target();
        for (String name : order) {
            second(name);
        }
    }

    private JsonNode task(String name) {
        return byName.getOrDefault(name, MissingNode.getInstance());
    }

    private JsonPointer place(String name) {
        return places.getOrDefault(name, template.at());
    }

    private List<String> order(JsonPointer at) throws RefusedException {
        if (byName.size() < tasks.size()) {
            throw new RefusedException(at, "a name of a task is there twice");
        }
        byName.forEach((name, task) -> dependencies.put(name, Dependencies.of(task)));
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (String name : byName.keySet()) {
            List<String> others = new ArrayList<>(waitsFor(name).keySet());
            for (String other : others) {
                if (!byName.containsKey(other)) {
                    throw new RefusedException(place(name), "there is no task \"" + other + "\"");
                }
            }
            graph.put(name, others);
        }
        Optional<List<String>> order = Order.of(graph);
        if (order.isEmpty()) {
            throw new RefusedException(at, "the tasks wait for each other");
        }
        return order.get();
    }

    private Map<String, Boolean> waitsFor(String name) {
        Dependencies found = dependencies.get(name);
        return found == null ? Map.of() : found.tasks();
    }

    private void first(String name, boolean depends) throws RefusedException {
        JsonNode task = task(name);
        JsonPointer at = place(name);
        boolean listed = !task.path("dependencies").isEmpty();
        if ((depends || listed) && name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            throw new RefusedException(at, "the name \"" + name + "\" of a task that waits begins with a digit");
        }
        if (depends && listed) {
            throw new RefusedException(at, "the dag has both depends and dependencies");
        }
        if (depends && Fields.has(task, "continueOn")) {
            throw new RefusedException(at, "the dag has both depends and continueOn");
        }
        Optional<Visited> found = walk.follow(task, at, template.base(), walk.anything());
        called.put(name, found);
        Calls.outputs(found, "tasks." + name, Calls.aggregates(task), known, walk.globals());
        Optional<String> wrong = Dependencies.wrongResult(task);
        if (wrong.isPresent()) {
            throw new RefusedException(at.appendProperty("depends"), "\"" + wrong.get() + "\" is no result of a task");
        }
        for (Map.Entry<String, Boolean> other : waitsFor(name).entrySet()) {
            if (other.getValue() && !Calls.isLoop(task(other.getKey()))) {
                throw new RefusedException(
                        at, "AnySucceeded or AllFailed is asked of \"" + other.getKey() + "\", which is no loop");
            }
        }
    }

    private void target() throws RefusedException {
        String target = Fields.text(template.json().path("dag"), "target");
        JsonPointer at = template.at("dag", "target");
        walk.variables().check(target, known, at);
        if (target.isEmpty()) {
            return;
        }
        for (String name : target.split(" ", -1)) {
            if (!Tags.isParameter(name) && !byName.containsKey(name)) {
                throw new RefusedException(at, "there is no task \"" + name + "\"");
            }
        }
    }

    private void second(String name) throws RefusedException {
        JsonNode task = task(name);
        JsonPointer at = place(name);
        if (Fields.has(task, "hooks")) {
            known.add("tasks." + name + ".status");
        }
        Calls.outputs(called.getOrDefault(name, Optional.empty()), "tasks." + name, false, known, walk.globals());
        Known scope = new Known(known);
        Set<String> ancestors = Tags.isIn(task) ? ancestors(name) : Set.of();
        for (String ancestor : ancestors) {
            if (called.getOrDefault(ancestor, Optional.empty()).isPresent()) {
                scope.add("tasks." + ancestor + ".status");
            }
        }
        scope.addInline(task);
        Calls.items(task, at, scope);
        walk.variables().check(task, GoText.TASK, scope, at);
        JsonNode arguments = task.path("arguments");
        Values.check(arguments, at.appendProperty("arguments"), true, true);
        reads(arguments, ancestors, at.appendProperty("arguments"));
        walk.follow(task, at, template.base(), Arguments.of(arguments));
    }

    private Set<String> ancestors(String name) {
        Set<String> ancestors = new HashSet<>();
        List<String> open = new ArrayList<>(waitsFor(name).keySet());
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (ancestors.add(next)) {
                open.addAll(waitsFor(next).keySet());
            }
        }
        return ancestors;
    }

    /** What reads another task's output in its first tag waits for it. */
    private static void reads(JsonNode arguments, Set<String> ancestors, JsonPointer at) throws RefusedException {
        for (JsonNode parameter : Fields.items(arguments, "parameters")) {
            read(Fields.text(parameter, "value"), ancestors, at.appendProperty("parameters"));
        }
        for (JsonNode artifact : Fields.items(arguments, "artifacts")) {
            read(Fields.text(artifact, "from"), ancestors, at.appendProperty("artifacts"));
        }
    }

    private static void read(String text, Set<String> ancestors, JsonPointer at) throws RefusedException {
        if (text.startsWith("{{tasks.")) {
            String task = text.split("\\.", -1)[1];
            if (!ancestors.contains(task)) {
                throw new RefusedException(at, "it reads \"" + task + "\", but does not wait for it");
            }
        }
    }
}
