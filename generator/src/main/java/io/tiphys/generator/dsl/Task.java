package io.tiphys.generator.dsl;

import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Origin;
import io.tiphys.model.object.Slot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One task of a {@code dag} template. As a dependency: that it ended well, or was left out. */
public final class Task extends Node<Task> implements Dependency {
    private Optional<Dependency> explicit = Optional.empty();
    private Optional<JavaLine> afterLine = Optional.empty();
    private final Map<Task, Optional<JavaLine>> awaited = new LinkedHashMap<>();

    Task(Graph<?> graph, String name, Callable callable) {
        super(graph, name, callable);
    }

    /**
     * Waits for all of these, besides the tasks whose outputs it uses: {@code depends}. A task that is named here is
     * waited for only as said here.
     */
    public Task after(Dependency... dependencies) {
        graph().open(this);
        Optional<JavaLine> here = Origin.caller();
        afterLine = afterLine.or(() -> here);
        for (Dependency given : Texts.given("after", dependencies)) {
            given.tasks().forEach(task -> awaited.putIfAbsent(task, here));
            explicit = Optional.of(explicit.map(before -> before.and(given)).orElse(given));
        }
        return this;
    }

    /** It ended well. */
    public Dependency succeeded() {
        return new TaskOutcome(this, "Succeeded");
    }

    /** It failed. */
    public Dependency failed() {
        return new TaskOutcome(this, "Failed");
    }

    /** Argo or Kubernetes failed to run it. */
    public Dependency errored() {
        return new TaskOutcome(this, "Errored");
    }

    /** Its {@code when} did not hold. */
    public Dependency skipped() {
        return new TaskOutcome(this, "Skipped");
    }

    /** What it waits for did not come about. */
    public Dependency omitted() {
        return new TaskOutcome(this, "Omitted");
    }

    /** It is a daemon and ready. */
    public Dependency daemoned() {
        return new TaskOutcome(this, "Daemoned");
    }

    /** At least one of its loop ended well. */
    public Dependency anySucceeded() {
        return new TaskOutcome(this, "AnySucceeded");
    }

    /** All of its loop failed. */
    public Dependency allFailed() {
        return new TaskOutcome(this, "AllFailed");
    }

    @Override
    Task self() {
        return this;
    }

    @Override
    String family() {
        return "tasks";
    }

    @Override
    public String depends() {
        return name();
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(this);
    }

    /** The tasks that it waits for, said or inferred, each with the line that says so. */
    Map<Task, Optional<JavaLine>> awaited() {
        Map<Task, Optional<JavaLine>> all = new LinkedHashMap<>(awaited);
        inferred().forEach(task -> all.put(task, line()));
        return all;
    }

    private Set<Task> inferred() {
        Set<Task> tasks = new LinkedHashSet<>();
        for (Node<?> node : graph().used(this)) {
            if (node instanceof Task task && task != this && !awaited.containsKey(task)) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    @Override
    Slot slot(Context context, String template) {
        Slot slot = super.slot(context, template);
        Optional<Dependency> all = explicit;
        for (Task task : inferred()) {
            all = Optional.of(all.map(before -> before.and(task)).orElse(task));
        }
        if (all.isEmpty()) {
            return slot;
        }
        Slot depends = Texts.text(all.get().depends(), afterLine.or(this::line));
        return new Slot(new Slot.Plain(Texts.fields(slot).put("depends", depends)), slot.origin());
    }
}
