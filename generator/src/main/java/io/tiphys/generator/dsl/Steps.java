package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of a template while they are being defined: each after the one before, unless they are in parallel. */
public final class Steps extends Graph<Step> {
    private final List<List<Step>> groups = new ArrayList<>();

    Steps(String name) {
        super(name);
    }

    /** A step after all before. */
    public Step step(String name, Callable callable) {
        Step step = add(new Step(this, name, callable));
        groups.add(new ArrayList<>(List.of(step)));
        return step;
    }

    /** Steps that run at once, after all before. */
    public void parallel(Consumer<Parallel> body) {
        List<Step> group = new ArrayList<>();
        groups.add(group);
        Fields.given("parallel", body).accept(new Parallel(group));
        if (group.isEmpty()) {
            groups.remove(group);
        }
    }

    /** Steps that run at once. */
    public final class Parallel {
        private final List<Step> group;

        private Parallel(List<Step> group) {
            this.group = group;
        }

        /** A step beside the others. */
        public Step step(String name, Callable callable) {
            Step step = add(new Step(Steps.this, name, callable));
            group.add(step);
            return step;
        }
    }

    @Override
    Fields in(Fields fields, Context context, String template) {
        List<Slot> all = new ArrayList<>();
        for (List<Step> group : groups) {
            List<Slot> items =
                    group.stream().map(step -> step.slot(context, template)).toList();
            all.add(new Slot(new Slot.Items(items), group.get(0).line()));
        }
        return fields.put("steps", Texts.list(all));
    }

    @Override
    void check() {
        Set<Node<?>> done = new HashSet<>();
        for (List<Step> group : groups) {
            for (Step step : group) {
                for (Node<?> used : used(step)) {
                    if (!done.contains(used) && used != step) {
                        problem(
                                DefinitionRules.TOO_EARLY,
                                "\"" + step.name() + "\" uses what \"" + used.name()
                                        + "\" gives, which does not run before it",
                                step.line());
                    }
                }
            }
            done.addAll(group);
        }
    }
}
