package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Target;
import io.tiphys.verifier.lint.spec.Template;

/** Who calls a template, inside its own object. */
final class Callers {
    private Callers() {}

    /** Whether some caller does not pass a parameter, so that its default is used. */
    static boolean leaveOut(Spec spec, Template callee, String parameter) {
        if (isEntrypoint(spec, callee) && !passes(spec.node(), "parameters", parameter)) {
            return true;
        }
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                boolean calls = spec.target(call) instanceof Target.Found found
                        && found.template().node().at().equals(callee.node().at())
                        && found.spec() == spec;
                if (calls && !passes(call.node(), "parameters", parameter)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether lint looks at what the template says of an artifact: it takes it that callers pass another one. */
    static boolean leaveOutArtifact(Spec spec, Template callee, String artifact) {
        return isEntrypoint(spec, callee) && !passes(spec.node(), "artifacts", artifact);
    }

    private static boolean isEntrypoint(Spec spec, Template template) {
        return spec.node().text("entrypoint").equals(template.name()) && !template.isInline();
    }

    private static boolean passes(Node caller, String list, String name) {
        return caller.get("arguments").items(list).stream()
                .anyMatch(argument -> argument.text("name").equals(name));
    }
}
