package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import java.util.List;

/** Resources and claims of the pod as a whole. */
final class PodResourcesRule implements LintRule {
    private static final Rule RULE = new Rule(
            "TPL-03",
            Severity.ERROR,
            "podResources name cpu, memory and hugepages only, without claims; they and resourceClaims stand in templates"
                    + " that make a pod.",
            "Move the field to a template that makes a pod, other resources to the container.",
            "argo lint: podResources, resourceClaims");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(Spec spec, Report report) {
        resources(spec.node().get("podResources"), report);
        for (Template template : spec.templates()) {
            template.type().filter(type -> !type.isPod()).ifPresent(type -> {
                for (String field : List.of("podResources", "resourceClaims")) {
                    if (template.node().has(field)) {
                        report.add(
                                RULE,
                                template.node().get(field).at(),
                                type.field() + " templates make no pod and take no " + field,
                                "Move " + field + " to a template that makes a pod.",
                                ARGO_LINT);
                    }
                }
            });
            resources(template.node().get("podResources"), report);
        }
    }

    private static void resources(Node resources, Report report) {
        if (resources.hasContent("claims")) {
            report.add(
                    RULE,
                    resources.get("claims").at(),
                    "podResources take no claims",
                    "Move claims to resources of the container.",
                    ARGO_LINT);
        }
        for (String list : List.of("requests", "limits")) {
            resources.get(list).fields((name, value) -> {
                if (!name.equals("cpu") && !name.equals("memory") && !name.startsWith("hugepages-")) {
                    report.addKey(
                            RULE,
                            value.at(),
                            "\"" + name + "\" is no resource of a pod as a whole; cpu, memory and hugepages-* are",
                            "Move " + name + " to resources of the container.",
                            ARGO_LINT);
                }
            });
        }
    }
}
