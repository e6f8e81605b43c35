package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Target;
import java.util.List;

/** Where a workflow begins and ends. */
final class EntrypointRule implements LintRule {
    private static final Rule REQUIRED = new Rule(
            "REF-01",
            Severity.ERROR,
            "A workflow has an entrypoint.",
            "Add spec.entrypoint with the name of the template to start with.",
            "argo lint: entrypoint");
    private static final Rule UNKNOWN = new Rule(
            "REF-02",
            Severity.ERROR,
            "Entrypoint and exit handler name templates that exist.",
            "Name one of the templates of this object.",
            "argo lint: entrypoint");

    @Override
    public List<Rule> rules() {
        return List.of(REQUIRED, UNKNOWN);
    }

    @Override
    public void check(Spec spec, Report report) {
        Node entrypoint = spec.inherited("entrypoint");
        boolean hasBase = spec.node().has("workflowTemplateRef");
        if (!entrypoint.json().asText("").isEmpty()) {
            exists(spec, "entrypoint", report);
        } else if (!spec.isStored()
                && !isBroken(spec.node())
                && (!hasBase || spec.base().isPresent())) {
            if (spec.node().json().isObject()) {
                report.add(
                        REQUIRED, spec.node().get("entrypoint").at(), "there is no entrypoint", first(spec), ARGO_LINT);
            } else {
                report.add(REQUIRED, spec.node().at(), "the object has no spec, and so no entrypoint", ARGO_LINT);
            }
        }
        if (spec.node().hasContent("onExit")) {
            exists(spec, "onExit", report);
        }
    }

    /** Where there is one template, it is the one to start with. */
    private static String first(Spec spec) {
        return spec.named().size() == 1
                ? "Add entrypoint: " + spec.named().keySet().iterator().next() + " to the spec."
                : REQUIRED.remedy();
    }

    private static boolean isBroken(Node node) {
        return !node.json().isObject()
                && !node.json().isMissingNode()
                && !node.json().isNull();
    }

    private static void exists(Spec spec, String field, Report report) {
        Node node = spec.node().get(field);
        if (node.json().isTextual()
                && spec.template(node.json().asText(), node.at()) instanceof Target.Missing missing) {
            report.addUnknown(
                    UNKNOWN,
                    missing.at(),
                    "there is no template \"" + missing.name() + "\"",
                    missing.name(),
                    spec.named().keySet(),
                    ARGO_LINT);
        }
    }
}
