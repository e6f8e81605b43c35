package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which templates of a spec run when its entrypoint runs. */
public final class Reach {
    private final Set<JsonPointer> reached = new HashSet<>();

    private Reach() {}

    /** Follows entrypoint, exit handler and hooks through all calls inside the spec. */
    public static Reach of(Spec spec) {
        return of(spec, "entrypoint", "onExit");
    }

    /** Follows only what runs when the workflow is over. */
    public static Reach ofExit(Spec spec) {
        return of(spec, "onExit");
    }

    private static Reach of(Spec spec, String... starts) {
        Reach reach = new Reach();
        Deque<Template> open = new ArrayDeque<>();
        for (String field : starts) {
            Template template = spec.named().get(spec.node().text(field));
            if (template != null) {
                open.add(template);
            }
        }
        spec.node().get("hooks").fields((name, hook) -> add(spec, new Call(hook, Call.Kind.HOOK), open));
        while (!open.isEmpty()) {
            Template template = open.remove();
            if (reach.reached.add(template.node().at())) {
                for (Call call : template.calls()) {
                    add(spec, call, open);
                    Template exit = spec.named().get(call.node().text("onExit"));
                    if (exit != null) {
                        open.add(exit);
                    }
                    call.node().get("hooks").fields((name, hook) -> add(spec, new Call(hook, Call.Kind.HOOK), open));
                }
            }
        }
        return reach;
    }

    private static void add(Spec spec, Call call, Deque<Template> open) {
        if (spec.target(call) instanceof Target.Found found && found.spec() == spec) {
            open.add(found.template());
        }
    }

    /** Whether the template runs, if nothing is skipped. */
    public boolean isReached(Template template) {
        return reached.contains(template.node().at());
    }
}
