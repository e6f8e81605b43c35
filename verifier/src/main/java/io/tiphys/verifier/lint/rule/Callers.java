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
        boolean entry = spec.node().text("entrypoint").equals(callee.name()) && !callee.isInline();
        if (entry && !passes(spec.node().get("arguments"), parameter)) {
            return true;
        }
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                boolean calls = spec.target(call) instanceof Target.Found found
                        && found.template().node().at().equals(callee.node().at())
                        && found.spec() == spec;
                if (calls && !passes(call.node().get("arguments"), parameter)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean passes(Node arguments, String parameter) {
        return arguments.items("parameters").stream()
                .anyMatch(argument -> argument.text("name").equals(parameter));
    }
}
