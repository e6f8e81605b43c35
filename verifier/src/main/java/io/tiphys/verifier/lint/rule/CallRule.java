package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Target;
import io.tiphys.verifier.lint.spec.Template;
import java.util.Collection;
import java.util.List;

/** What steps, tasks and hooks call exists. */
final class CallRule implements LintRule {
    private static final Rule ONE = new Rule(
            "REF-03",
            Severity.ERROR,
            "A step or task has exactly one of template, templateRef and inline; templateRef has name and template.",
            "Keep the one that is meant.",
            "argo lint: template references");
    private static final Rule TEMPLATE = new Rule(
            "REF-04",
            Severity.ERROR,
            "Steps, tasks and hooks call templates that exist.",
            "Name one of the templates of this object, or use templateRef for one of another object.",
            "argo lint: template references");
    private static final Rule OBJECT = new Rule(
            "REF-05",
            Severity.ERROR,
            "templateRef names a WorkflowTemplate, or with clusterScope a ClusterWorkflowTemplate, that is known.",
            "Correct the name; if the object lives elsewhere, give its file as context (tiphys.context).",
            "argo lint --offline: all templates must be among the files");
    private static final Rule IN_OBJECT = new Rule(
            "REF-06",
            Severity.ERROR,
            "templateRef names a template that its object has.",
            "Name one of the templates of that object.",
            "argo lint: template references");

    private static final List<String> TARGETS = List.of("template", "templateRef", "inline");

    @Override
    public List<Rule> rules() {
        return List.of(ONE, TEMPLATE, OBJECT, IN_OBJECT);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                form(call, report);
                target(spec, call, ARGO_LINT, report);
                Hooks.of(call.node()).forEach(hook -> target(spec, hook, CONTROLLER, report));
            }
        }
        Hooks.of(spec.node()).forEach(hook -> target(spec, hook, CONTROLLER, report));
        base(spec, report);
    }

    private static void form(Call call, Report report) {
        Node node = call.node();
        boolean template = node.hasContent("template");
        boolean reference = node.has("templateRef");
        boolean inline = node.has("inline");
        if (!node.json().isObject()) {
            return;
        }
        if (template && reference) {
            report.add(
                    ONE,
                    node.at(),
                    "the " + call.kind().label() + " has both template and templateRef",
                    "Delete template: " + node.text("template") + ", or templateRef.",
                    ARGO_LINT);
        } else if (!template && !reference && !inline && !FieldSlip.in(node, TARGETS)) {
            report.add(
                    ONE,
                    node.at(),
                    "the " + call.kind().label() + " calls no template",
                    "Add template with the name of a template of this object, or templateRef for one of another object.",
                    ARGO_LINT);
        } else if (reference) {
            for (String field : List.of("name", "template")) {
                Node part = node.get("templateRef");
                if (part.json().isObject() && part.text(field).isEmpty()) {
                    report.add(
                            ONE,
                            part.get(field).at(),
                            "templateRef has no " + field,
                            "Add " + field + ": templateRef names an object and one of its templates.",
                            ARGO_LINT);
                }
            }
        }
    }

    private static void target(Spec spec, Call call, RealProgram program, Report report) {
        if (!(spec.target(call) instanceof Target.Missing missing)) {
            return;
        }
        switch (missing.problem()) {
            case TEMPLATE ->
                report.addUnknown(
                        TEMPLATE,
                        missing.at(),
                        "there is no template \"" + missing.name() + "\"",
                        missing.name(),
                        spec.named().keySet(),
                        program);
            case OBJECT -> object(spec, call.node().get("templateRef"), missing, program, report);
            case TEMPLATE_IN_OBJECT -> {
                Node reference = call.node().get("templateRef");
                List<String> known = spec.registry()
                        .find(
                                reference.json().path("clusterScope").asBoolean(),
                                spec.namespace(),
                                reference.text("name"))
                        .map(other -> List.copyOf(other.named().keySet()))
                        .orElse(List.of());
                report.addUnknown(
                        IN_OBJECT,
                        missing.at(),
                        "\"" + reference.text("name") + "\" has no template \"" + missing.name() + "\"",
                        missing.name(),
                        known,
                        program);
            }
        }
    }

    private static void object(Spec spec, Node reference, Target.Missing missing, RealProgram program, Report report) {
        boolean clusterScope = reference.json().path("clusterScope").asBoolean();
        String kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        String message = "no " + kind + " \"" + missing.name() + "\" is known";
        if (spec.registry().names(!clusterScope).contains(missing.name())) {
            String other = clusterScope ? "WorkflowTemplate" : "ClusterWorkflowTemplate";
            report.add(
                    OBJECT,
                    missing.at(),
                    message + "; there is a " + other + " of that name",
                    clusterScope ? "Delete clusterScope." : "Add clusterScope: true to the reference.",
                    program);
        } else {
            Collection<String> known = spec.registry().names(clusterScope);
            report.addChoice(OBJECT, missing.at(), message, missing.name(), known, program);
        }
    }

    private static void base(Spec spec, Report report) {
        Node reference = spec.node().get("workflowTemplateRef");
        String name = reference.text("name");
        if (reference.json().isObject() && spec.base().isEmpty()) {
            object(
                    spec,
                    reference,
                    new Target.Missing(reference.get("name").at(), Target.Problem.OBJECT, name),
                    ARGO_LINT,
                    report);
        }
    }
}
