package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import java.util.ArrayList;
import java.util.List;

/** The hooks of a step, a task or the whole workflow. */
final class Hooks {
    private Hooks() {}

    static List<Call> of(Node holder) {
        List<Call> hooks = new ArrayList<>();
        holder.get("hooks").fields((name, hook) -> hooks.add(new Call(hook, Call.Kind.HOOK)));
        return hooks;
    }
}
