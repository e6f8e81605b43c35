package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.TemplateType;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import io.tiphys.verifier.load.Nearest;
import java.util.List;
import java.util.Optional;

/** Variables in templates name something that is there. */
final class VariableRule implements LintRule {
    private static final Rule UNRESOLVED = new Rule(
            "VAR-01",
            Severity.ERROR,
            "A variable in a template names an input, an output of an earlier step or task, or a value of the workflow.",
            "Correct the name, or declare what it names.",
            "argo lint: failed to resolve");
    private static final Rule UNCLOSED = new Rule(
            "VAR-03",
            Severity.ERROR,
            "Opening braces of a variable are closed again.",
            "Close the variable with two braces; if the braces are meant for another program, write them as the value of"
                    + " an expression.",
            "argo lint: cannot find end tag");
    /** Fields of a template that hold calls, which are looked at one by one, or that lint leaves alone. */
    private static final List<String> ELSEWHERE = List.of("steps", "dag", "podSpecPatch");

    @Override
    public List<Rule> rules() {
        return List.of(UNRESOLVED, UNCLOSED);
    }

    @Override
    public void check(Spec spec, Report report) {
        Scope global = Scopes.global(spec);
        Optional<String> exit =
                Optional.of(spec.inherited("onExit").json().asText("")).filter(name -> !name.isEmpty());
        for (Template template : spec.templates()) {
            Scope scope = new Scope(global).addAll(Scopes.local(template));
            if (exit.isPresent()) {
                scope.add("workflow.failures");
            }
            if (template.is(TemplateType.STEPS)) {
                steps(spec, template, scope, report);
            } else if (template.is(TemplateType.DAG)) {
                tasks(spec, template, scope, report);
            }
            template.node().fields((name, value) -> {
                if (!ELSEWHERE.contains(name)) {
                    texts(value, scope, report);
                }
            });
        }
    }

    private static void steps(Spec spec, Template template, Scope scope, Report report) {
        for (Node group : template.node().items("steps")) {
            for (Node step : group.items()) {
                Call call = new Call(step, Call.Kind.STEP);
                Scopes.items(call, scope);
                call(call, scope, report);
                Scopes.outputs(spec, call, scope);
            }
        }
    }

    private static void tasks(Spec spec, Template template, Scope scope, Report report) {
        for (Call call : template.calls()) {
            Scopes.outputs(spec, call, scope);
        }
        for (Call call : template.calls()) {
            Scope own = new Scope(scope);
            Scopes.items(call, own);
            call(call, own, report);
        }
    }

    private static void call(Call call, Scope scope, Report report) {
        call.node().fields((name, value) -> {
            if (!name.equals("inline")) {
                texts(value, scope, report);
            }
        });
    }

    /** Argo looks for the closing braces in all that follows in the object, and mostly finds some. */
    private static void unclosed(JsonPointer at, String text, int offset, Report report) {
        String message = "the braces of a variable are opened and never closed";
        if (Scope.isChecked(text.substring(offset + 2).strip())) {
            report.addAt(UNCLOSED, at, offset, message, ARGO_LINT);
        } else {
            report.addAt(UNCLOSED, at, offset, message, CONTROLLER);
        }
    }

    private static void texts(Node node, Scope scope, Report report) {
        node.texts((at, text) -> text(at, text, scope, report));
    }

    private static void text(JsonPointer at, String text, Scope scope, Report report) {
        if (!TagText.hasTags(text)) {
            return;
        }
        TagText parsed = TagText.parse(text);
        for (Tag tag : parsed.tags()) {
            String name = tag.name();
            if (!tag.isExpression() && Scope.isChecked(name) && !scope.has(name)) {
                report.addAt(
                        UNRESOLVED,
                        at,
                        tag.start(),
                        "the variable {{" + tag.content() + "}} names nothing that is known here"
                                + Nearest.hint(name, scope.names()),
                        ARGO_LINT);
            }
        }
        parsed.unclosed().ifPresent(offset -> unclosed(at, text, offset, report));
    }
}
