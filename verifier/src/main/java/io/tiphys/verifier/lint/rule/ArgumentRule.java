package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Target;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.load.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Arguments of calls fit the inputs of what is called. */
final class ArgumentRule implements LintRule {
    private static final Rule MISSING = new Rule(
            "ARG-01",
            Severity.ERROR,
            "A call supplies every input that has no default.",
            "Add the argument, or give the input a default.",
            "argo lint: was not supplied");
    private static final Rule UNKNOWN = new Rule(
            "ARG-02",
            Severity.WARNING,
            "A call passes only arguments that the template has inputs for.",
            "Correct the name, or delete the argument; Argo ignores it in silence.",
            "Tiphys");

    @Override
    public List<Rule> rules() {
        return List.of(MISSING, UNKNOWN);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            for (Call call : template.calls()) {
                check(spec, call, ARGO_LINT, report);
                Hooks.of(call.node()).forEach(hook -> check(spec, hook, CONTROLLER, report));
            }
        }
        Hooks.of(spec.node()).forEach(hook -> check(spec, hook, CONTROLLER, report));
        entrypoint(spec, report);
    }

    private static void check(Spec spec, Call call, RealProgram program, Report report) {
        if (spec.target(call) instanceof Target.Found found) {
            Node arguments = call.node().get("arguments");
            missing(call.node(), arguments, found.template(), program, report);
            for (String list : List.of("parameters", "artifacts")) {
                unknown(arguments, found.template(), list, report);
            }
        }
    }

    private static void missing(Node place, Node arguments, Template template, RealProgram program, Report report) {
        Node inputs = template.node().get("inputs");
        Set<String> parameters = names(arguments.items("parameters"));
        for (Node input : inputs.items("parameters")) {
            String name = input.text("name");
            boolean hasValue = input.has("value") || input.has("default") || input.has("valueFrom");
            if (!hasValue && !name.isEmpty() && !parameters.contains(name)) {
                report.add(MISSING, place.at(), message(template, "parameter", name), program);
            }
        }
        Set<String> artifacts = names(arguments.items("artifacts"));
        for (Node input : inputs.items("artifacts")) {
            String name = input.text("name");
            boolean optional = input.json().path("optional").asBoolean() || Artifacts.hasLocation(input);
            if (!optional && !name.isEmpty() && !artifacts.contains(name)) {
                report.add(MISSING, place.at(), message(template, "artifact", name), program);
            }
        }
    }

    private static String message(Template template, String what, String name) {
        String target = template.isInline() ? "the template" : "\"" + template.name() + "\"";
        return target + " needs the input " + what + " \"" + name + "\", which is not passed";
    }

    private static void unknown(Node arguments, Template template, String list, Report report) {
        Set<String> known = names(template.node().get("inputs").items(list));
        for (Node argument : arguments.items(list)) {
            String name = argument.text("name");
            if (!name.isEmpty() && !name.contains("{{") && !known.contains(name)) {
                String what = list.substring(0, list.length() - 1);
                report.add(
                        UNKNOWN,
                        argument.get("name").at(),
                        "the called template has no input " + what + " \"" + name + "\""
                                + Nearest.hintOrAll(name, known));
            }
        }
    }

    /** The entrypoint takes the arguments of the workflow. */
    private static void entrypoint(Spec spec, Report report) {
        Node entrypoint = spec.node().get("entrypoint");
        if (spec.isStored() || !entrypoint.json().isTextual() || spec.node().has("workflowTemplateRef")) {
            return;
        }
        Template template = spec.named().get(entrypoint.json().asText());
        if (template != null) {
            missing(entrypoint, valued(spec.node().get("arguments")), template, ARGO_LINT, report);
        }
    }

    /** Arguments of a workflow that have a value; the others are to be given at submission. */
    private static Node valued(Node arguments) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        ArrayNode parameters = copy.putArray("parameters");
        arguments.items("parameters").stream()
                .filter(parameter -> parameter.has("value") || parameter.has("valueFrom"))
                .forEach(parameter -> parameters.add(parameter.json()));
        copy.set("artifacts", arguments.get("artifacts").json());
        return new Node(arguments.at(), copy);
    }

    private static Set<String> names(List<Node> entries) {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.text("name")));
        return names;
    }
}
