package io.tiphys.generator.dsl;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules of a definition that can no longer be judged in the file made from it, or better before. */
public final class DefinitionRules {
    private static final List<Rule> RULES = new ArrayList<>();

    /** References that an author takes for one. */
    static final Rule CONFLICTING_REFERENCE = rule(
            "GEN-07",
            "One name stands for one declaration within a template.",
            "Make one Java variable of it and use that in both places.",
            "Argo: input and workflow parameters are found by name");

    /** Volumes likewise. */
    static final Rule CONFLICTING_MOUNT = rule(
            "GEN-08",
            "One volume name stands for one volume.",
            "Give one of the two volumes another name.",
            "Kubernetes: volumes of a pod are found by name");

    /** Defaults, arguments and types. */
    static final Rule DEFAULT_MISFIT = rule(
            "GEN-09",
            "A default and an argument fit the type of their parameter.",
            "Change the value, or the type.",
            "JSON Schema of the parameter");

    /** Templates that an author takes for one. */
    static final Rule DUPLICATE_TEMPLATE = rule(
            "GEN-13",
            "One name stands for one template within a manifest.",
            "Give one of the two templates another name.",
            "Argo: templates are found by name");

    /** Steps and tasks likewise. */
    static final Rule DUPLICATE_NODE = rule(
            "GEN-14",
            "One name stands for one step or task within a template.",
            "Give one of the two another name.",
            "Argo: names of steps and tasks are unique");

    /** A task of another graph. */
    static final Rule FOREIGN_NODE = rule(
            "GEN-15",
            "A step or task is used only in the graph that it belongs to.",
            "In the same graph, give it by an input: task(\"name\", template.with(input, value)). From another graph, hand"
                    + " it on there, outputs(output(\"name\").from(…)), and use the output of the step or task that runs"
                    + " that graph.",
            "Argo: {{steps.…}} and {{tasks.…}} reach no further than their template");

    /** A later step, or one at the same time. */
    static final Rule TOO_EARLY = rule(
            "GEN-16",
            "A step uses only what the steps before it give.",
            "Put the step that gives it into an earlier group.",
            "Argo: steps run in the order in which they stand");

    /** A circle. */
    static final Rule CYCLE =
            rule("GEN-17", "No task waits for itself.", "Remove one of the dependencies.", "Argo: a dag has no circle");

    /** An output that the template does not have. */
    static final Rule UNKNOWN_OUTPUT = rule(
            "GEN-18",
            "A step or task gives only the outputs that its template declares.",
            "Declare it: outputs(…) in the template.",
            "Argo: outputs are found by name");

    /** An argument that the template does not take. */
    static final Rule UNKNOWN_INPUT = rule(
            "GEN-19",
            "An argument stands for an input of the template that is called.",
            "Use the input in that template, or declare it there: inputs(…).",
            "Argo: arguments are found by name; one too many is ignored in silence");

    /** An argument that is missing. */
    static final Rule MISSING_ARGUMENT = rule(
            "GEN-20",
            "Whatever a template needs is given where it is called.",
            "Give it: with(input, value); or give the input a default.",
            "Argo: inputs without default have to be supplied");

    /** Only a name is known. */
    static final Rule ONLY_MENTIONED = rule(
            "GEN-21",
            "What is declared by more than its name is used whole somewhere.",
            "Declare it in the template: inputs(…), parameters(…).",
            "A text made from a Java value keeps only its tag");

    /** Variables of a script. */
    static final Rule UNBOUND = rule(
            "GEN-22",
            "The variables of a script and the values bound to them are the same.",
            "Bind the value of this name: source(text, value); or correct the name in the script.",
            "Argo would leave the tag in the script as it is");

    /** Retries. */
    static final Rule BAD_RETRY = rule(
            "GEN-23",
            "Limits of retries are whole numbers from 0 up, their waits are durations.",
            "Write a number, or a duration such as 30s, 2m, 1h.",
            "Argo reads them only when the first try has failed");

    /** Loops. */
    static final Rule BAD_LOOP = rule(
            "GEN-24",
            "A loop has items.",
            "Give at least one item, or a JSON list.",
            "Argo: withItems and withParam are lists");

    /** What has to be here. */
    static final Rule ELSEWHERE = rule(
            "GEN-25",
            "The entrypoint is a template of the manifest itself.",
            "Make a template of one step that calls it, or use workflowTemplateRef(…).",
            "Argo: entrypoint names a template of the same spec");

    /** An argument that overrides another. */
    static final Rule GIVEN_TWICE =
            rule("GEN-26", "An argument is given once.", "Remove one of the two.", "Argo: arguments are found by name");

    /** Amounts of resources. */
    static final Rule BAD_QUANTITY = rule(
            "GEN-27",
            "The amount of a resource is a quantity.",
            "Write a number, or one with a unit such as 500m, 20Gi, 1G.",
            "Kubernetes: quantities; Argo refuses the template");

    /** What has to have a name. */
    static final Rule NOT_INLINE = rule(
            "GEN-29",
            "Only what a step or task runs stands inline, and only a template of this manifest.",
            "Remove inline().",
            "Argo: neither entrypoints nor hooks have a field inline");

    /** What is accepted. */
    static final Rule BAD_WAIVER = rule(
            "GEN-30",
            "A waiver names a rule, a reason, an owner and its last day, and is written once.",
            "Write .waive(\"SEC-06\", \"why\", \"ann@example.org\", \"2027-01-31\").",
            "Tiphys: waivers");

    /** Init containers, sidecars, members of a container set. */
    static final Rule ONLY_OF_TEMPLATES = rule(
            "GEN-31",
            "A container beside another has only what a container can have.",
            "Say it of the template that the container belongs to, or leave it out.",
            "Argo: init containers, sidecars and the containers of a set have the fields of a container only");

    /** All of them. */
    public static final List<Rule> ALL = Collections.unmodifiableList(RULES);

    private DefinitionRules() {}

    private static Rule rule(String id, String title, String remedy, String source) {
        Rule rule = new Rule(id, Severity.ERROR, title, remedy, source);
        RULES.add(rule);
        return rule;
    }
}
