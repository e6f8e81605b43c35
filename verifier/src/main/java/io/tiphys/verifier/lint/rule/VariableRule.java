package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Reach;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.TemplateType;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;

/** Variables name something that is there. */
final class VariableRule implements LintRule {
    private static final Rule UNRESOLVED = new Rule(
            "VAR-01",
            Severity.ERROR,
            "A variable in a template names an input, an output of an earlier step or task, or a value of the workflow.",
            "Correct the name, or declare what it names.",
            "argo lint: failed to resolve");
    private static final Rule UNCHECKED = new Rule(
            "VAR-02",
            Severity.ERROR,
            "Variables are right in the places that argo lint does not look at, too: the spec itself, podSpecPatch, fields"
                    + " of steps and dag templates, and names with a slip in the first word.",
            "Correct the name, or declare what it names.",
            "Argo Workflows: workflow variables");
    /** Fields of the spec whose texts belong to templates, or see other variables. */
    private static final List<String> NOT_SPEC =
            List.of("templates", "templateDefaults", "hooks", "metrics", "workflowSpec", "synchronization");

    @Override
    public List<Rule> rules() {
        return List.of(UNRESOLVED, UNCHECKED);
    }

    @Override
    public void check(Spec spec, Report report) {
        Scope global = Scopes.global(spec);
        Reach exit = Reach.ofExit(spec);
        for (Template template : spec.templates()) {
            Scope scope = Scopes.local(template, global);
            if (exit.isReached(template)) {
                scope.add("workflow.failures");
            }
            if (template.is(TemplateType.STEPS)) {
                steps(spec, template, scope, report);
            } else if (template.is(TemplateType.DAG)) {
                tasks(spec, template, scope, report);
            }
            fields(spec, template, scope, report);
        }
        Scope outside = new Scope(global).open("workflow.outputs.").open("pod.name");
        spec.node().fields((name, value) -> {
            if (!NOT_SPEC.contains(name)) {
                boolean patch = name.equals("podSpecPatch");
                texts(value, patch ? new Scope(outside).open("inputs.") : outside, UNCHECKED, CONTROLLER, report);
            }
        });
    }

    /** Of steps and dag templates, lint looks at calls and outputs only; of the others at all but podSpecPatch. */
    private static void fields(Spec spec, Template template, Scope scope, Report report) {
        boolean graph = template.type().map(TemplateType::isGraph).orElse(false);
        template.node().fields((name, value) -> {
            if (name.equals("inputs")) {
                inputs(spec, template, value, scope, report);
            } else if (name.equals("podSpecPatch") || (graph && !name.equals("outputs") && !name.equals("metrics"))) {
                if (!name.equals("steps") && !name.equals("dag")) {
                    texts(value, scope, UNCHECKED, CONTROLLER, report);
                }
            } else {
                texts(value, scope, UNRESOLVED, ARGO_LINT, report);
            }
        });
    }

    /** A default or location is replaced before lint looks at it, where callers pass a value. */
    private static void inputs(Spec spec, Template template, Node inputs, Scope scope, Report report) {
        for (Node parameter : inputs.items("parameters")) {
            boolean used = Callers.leaveOut(spec, template, parameter.text("name"));
            input(parameter, used, scope, report);
        }
        boolean graph = template.type().map(TemplateType::isGraph).orElse(false);
        for (Node artifact : inputs.items("artifacts")) {
            boolean used = !graph && Callers.leaveOutArtifact(spec, template, artifact.text("name"));
            input(artifact, used, scope, report);
        }
    }

    private static void input(Node input, boolean used, Scope scope, Report report) {
        if (used) {
            texts(input, scope, UNRESOLVED, ARGO_LINT, report);
        } else {
            texts(input, scope, UNCHECKED, CONTROLLER, report);
        }
    }

    private static void steps(Spec spec, Template template, Scope scope, Report report) {
        for (Call call : template.calls()) {
            Scopes.items(call, scope);
            call(spec, call, scope, report);
            Scopes.outputs(spec, call, scope);
        }
    }

    private static void tasks(Spec spec, Template template, Scope scope, Report report) {
        for (Call call : template.calls()) {
            Scopes.outputs(spec, call, scope);
        }
        for (Call call : template.calls()) {
            Scope own = new Scope(scope);
            Scopes.items(call, own);
            call(spec, call, own, report);
        }
    }

    /** Hooks run when the step is over, and can read what it gave. */
    private static void call(Spec spec, Call call, Scope scope, Report report) {
        Scope after = new Scope(scope);
        Scopes.outputs(spec, call, after);
        call.node().fields((name, value) -> {
            if (!name.equals("inline")) {
                texts(value, name.equals("hooks") ? after : scope, UNRESOLVED, ARGO_LINT, report);
            }
        });
    }

    private static void texts(Node node, Scope scope, Rule rule, RealProgram program, Report report) {
        node.texts((place, text) -> {
            if (TagText.hasTags(text)) {
                TagText.parse(text).tags().forEach(tag -> tag(place, tag, scope, rule, program, report));
            }
        });
    }

    private static void tag(Node place, Tag tag, Scope scope, Rule rule, RealProgram program, Report report) {
        String name = tag.name();
        if (tag.isExpression() || scope.has(name)) {
            return;
        }
        if (Scope.isChecked(name)) {
            report.addAt(
                    rule,
                    place.at(),
                    tag.start(),
                    "{{" + tag.content() + "}} names nothing: " + Unknown.why(name, scope) + Unknown.hint(name, scope),
                    Unknown.remedy(name, scope),
                    program);
        } else {
            Slip.meant(name, scope)
                    .ifPresent(meant -> report.addAt(
                            UNCHECKED,
                            place.at(),
                            tag.start(),
                            "{{" + tag.content() + "}} is no variable and stays as it is; did you mean \"" + meant
                                    + "\"?",
                            "Write {{" + meant + "}}."));
        }
    }
}
