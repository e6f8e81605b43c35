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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

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
            if (!hasValue(input) && !name.isEmpty() && !parameters.contains(name)) {
                missing(place, arguments, template, new Lacking("parameter", name), program, report);
            }
        }
        Set<String> artifacts = names(arguments.items("artifacts"));
        for (Node input : inputs.items("artifacts")) {
            String name = input.text("name");
            if (!isOptional(input) && !name.isEmpty() && !artifacts.contains(name)) {
                missing(place, arguments, template, new Lacking("artifact", name), program, report);
            }
        }
    }

    /** An input that is not supplied; an argument whose name is a slip of it is where that is to be mended. */
    private static void missing(
            Node place, Node arguments, Template template, Lacking input, RealProgram program, Report report) {
        Optional<Node> slip = arguments.items(input.list()).stream()
                .filter(argument -> Nearest.of(argument.text("name"), names(inputs(template, input.list())))
                        .filter(input.name()::equals)
                        .isPresent())
                .filter(argument -> !names(inputs(template, input.list())).contains(argument.text("name")))
                .findFirst();
        String message = called(template) + " needs the input " + input.what() + " \"" + input.name()
                + "\", which is not passed";
        if (slip.isPresent()) {
            String seen = slip.get().text("name");
            report.add(
                    MISSING,
                    slip.get().get("name").at(),
                    message + "; there is \"" + seen + "\"",
                    "Write " + input.name() + " instead of " + seen + ".",
                    program);
        } else {
            report.add(MISSING, place.at(), message, input.remedy(), program);
        }
    }

    /** An input that a call does not supply. */
    private record Lacking(String what, String name) {
        String list() {
            return what + "s";
        }

        String remedy() {
            return what.equals("parameter")
                    ? "Add {name: " + name + ", value: …} to arguments.parameters, or give the input a default."
                    : "Add " + name
                            + " with from or a location to arguments.artifacts, or write optional: true at the input.";
        }
    }

    private static List<Node> inputs(Template template, String list) {
        return template.node().get("inputs").items(list);
    }

    private static String called(Template template) {
        return template.isInline() ? "the template" : "\"" + template.name() + "\"";
    }

    private static void unknown(Node arguments, Template template, String list, Report report) {
        Set<String> known = names(inputs(template, list));
        Set<String> passed = names(arguments.items(list));
        for (Node argument : arguments.items(list)) {
            String name = argument.text("name");
            boolean isSlip = Nearest.of(name, known)
                    .filter(meant -> !passed.contains(meant))
                    .isPresent();
            if (!name.isEmpty()
                    && !name.contains("{{")
                    && !known.contains(name)
                    && !isRead(template, list, name)
                    && !(isSlip && isNeeded(template, list, name, known))) {
                String what = list.substring(0, list.length() - 1);
                report.addUnknown(
                        UNKNOWN,
                        argument.get("name").at(),
                        called(template) + " has no input " + what + " \"" + name + "\"",
                        name,
                        known);
            }
        }
    }

    /** The template reads what it does not declare: that is told there. */
    private static boolean isRead(Template template, String list, String name) {
        AtomicBoolean read = new AtomicBoolean();
        template.node().texts((place, text) -> {
            if (text.contains("inputs." + list + "." + name + "}}")) {
                read.set(true);
            }
        });
        return read.get();
    }

    /** The nearest input is one that has to be supplied: that is told of it. */
    private static boolean isNeeded(Template template, String list, String name, Set<String> known) {
        String meant = Nearest.of(name, known).orElse("");
        return inputs(template, list).stream()
                .filter(input -> input.text("name").equals(meant))
                .anyMatch(input -> list.equals("parameters") ? !hasValue(input) : !isOptional(input));
    }

    private static boolean hasValue(Node parameter) {
        return parameter.has("value") || parameter.has("default") || parameter.has("valueFrom");
    }

    private static boolean isOptional(Node artifact) {
        return artifact.json().path("optional").asBoolean() || Artifacts.hasLocation(artifact);
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
