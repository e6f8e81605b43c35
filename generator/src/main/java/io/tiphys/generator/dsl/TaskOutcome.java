package io.tiphys.generator.dsl;

import java.util.Set;

/** {@code TASK.Succeeded} and its like. */
record TaskOutcome(Task task, String outcome) implements Dependency {
    @Override
    public String depends() {
        return task.name() + "." + outcome;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(task);
    }
}
