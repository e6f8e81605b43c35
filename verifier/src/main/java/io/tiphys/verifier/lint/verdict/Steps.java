package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.GoText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Steps, one after the other: what one adds to the scope, all behind it see, its own group included. */
final class Steps {
    private final Walk walk;
    private final Visited template;
    private final Known known;
    private final Set<String> names = new HashSet<>();

    Steps(Walk walk, Visited template, Known known) {
        this.walk = walk;
        this.template = template;
        this.known = known;
    }

    void check() throws RefusedException {
        Dag.noDeadline(template);
        JsonPointer groups = template.at("steps");
        int group = 0;
        for (JsonNode steps : Fields.items(template.json(), "steps")) {
            JsonPointer at = template.at(groups, group++);
            int step = 0;
            for (JsonNode each : Fields.items(steps)) {
                check(each, template.at(at, step++));
            }
        }
    }

    private void check(JsonNode step, JsonPointer at) throws RefusedException {
        String name = Fields.text(step, "name");
        if (name.isEmpty()) {
            throw new RefusedException(at, "the step has no name");
        }
        if (!names.add(name)) {
            throw new RefusedException(at, "there is another step \"" + name + "\"");
        }
        if (!Names.isStepName(name)) {
            throw new RefusedException(at, "the name \"" + name + "\" is not well spelt");
        }
        String prefix = "steps." + name;
        known.add(prefix + ".status");
        Calls.items(step, at, known);
        Values.check(step.path("arguments"), at.appendProperty("arguments"), true, true);
        Optional<Visited> called = walk.follow(step, at, template.base(), walk.anything());
        if (Calls.hasExitHook(step)) {
            Calls.outputs(called, prefix, false, known, walk.globals());
        }
        Calls.hooks(step.path("hooks"), at.appendProperty("hooks"));
        walk.variables().check(step, GoText.STEP, new Known(known).addInline(step), at);
        Calls.outputs(called, prefix, Calls.aggregates(step), known, walk.globals());
        walk.follow(step, at, template.base(), Arguments.of(step.path("arguments")));
    }
}
