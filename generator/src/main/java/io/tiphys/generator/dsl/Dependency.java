package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.Set;

/** What a task waits for: another task, or a way in which it ends, or several of them. */
public sealed interface Dependency permits Task, TaskOutcome, Dependencies {

    /** Both. */
    default Dependency and(Dependency other) {
        return Dependencies.of("&&", this, Fields.given("and", other));
    }

    /** At least one. */
    default Dependency or(Dependency other) {
        return Dependencies.of("||", this, Fields.given("or", other));
    }

    /** The opposite. */
    default Dependency not() {
        return Dependencies.not(this);
    }

    /** As {@code depends} takes it. */
    String depends();

    /** The tasks that it names. */
    Set<Task> tasks();
}
