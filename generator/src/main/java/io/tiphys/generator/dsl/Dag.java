package io.tiphys.generator.dsl;

import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks of a template while they are being defined. They run as soon as what they wait for has ended. */
public final class Dag extends Graph<Task> {
    private Fields settings = Fields.NONE;

    Dag(String name) {
        super(name);
    }

    /** A task; without {@code after}, and using no other's outputs, it runs at once. */
    public Task task(String name, Callable callable) {
        return add(new Task(this, name, callable));
    }

    /** Whether running tasks go on to their end when one has failed: {@code dag.failFast}. */
    public void failFast(boolean stop) {
        settings = settings.set("failFast", stop);
    }

    /** Only these, and what they wait for: {@code dag.target}. */
    public void target(Task... tasks) {
        settings = settings.set(
                "target", Texts.given("target", tasks).stream().map(Task::name).collect(Collectors.joining(" ")));
    }

    @Override
    Fields in(Fields fields, Context context, String template) {
        List<Slot> tasks = new ArrayList<>();
        nodes().values().forEach(task -> tasks.add(task.slot(context, template)));
        return fields.put("dag", Texts.plain(settings.put("tasks", Texts.list(tasks))));
    }

    @Override
    void check() {
        Set<Task> done = new HashSet<>();
        for (Task task : nodes().values()) {
            for (Map.Entry<Task, Optional<JavaLine>> awaited : task.awaited().entrySet()) {
                if (awaited.getKey().graph() != this) {
                    problem(
                            DefinitionRules.FOREIGN_NODE,
                            "\"" + awaited.getKey().name() + "\" belongs to \""
                                    + awaited.getKey().graph().name() + "\", not to \"" + name() + "\"",
                            awaited.getValue());
                }
            }
            follow(task, new LinkedHashSet<>(), done);
        }
    }

    private void follow(Task task, Set<Task> way, Set<Task> done) {
        if (done.contains(task)) {
            return;
        }
        way.add(task);
        for (Map.Entry<Task, Optional<JavaLine>> awaited : task.awaited().entrySet()) {
            if (way.contains(awaited.getKey())) {
                List<Task> tasks = new ArrayList<>(way);
                String circle = tasks.subList(tasks.indexOf(awaited.getKey()), tasks.size()).stream()
                        .map(Task::name)
                        .collect(Collectors.joining("\" waits for \"", "\"", "\" waits for \""));
                problem(DefinitionRules.CYCLE, circle + awaited.getKey().name() + "\"", awaited.getValue());
            } else {
                follow(awaited.getKey(), way, done);
            }
        }
        way.remove(task);
        done.add(task);
    }
}
