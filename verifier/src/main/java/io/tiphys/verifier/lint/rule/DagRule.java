package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.depends.Depends;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks of a dag and what they wait for. */
final class DagRule implements LintRule {
    private static final String SOURCE = "argo lint: dag templates";
    private static final Set<String> RESULTS =
            Set.of("Succeeded", "Failed", "Errored", "Skipped", "Omitted", "Daemoned", "AnySucceeded", "AllFailed");
    private static final Rule CYCLE =
            error("DAG-01", "Tasks do not wait for each other in a circle.", "Take one of the dependencies away.");
    private static final Rule DEPENDENCY = error(
            "DAG-02", "Tasks wait for tasks of the same dag, and targets name such tasks.", "Name a task of this dag.");
    private static final Rule SYNTAX = error(
            "DAG-03",
            "depends is a condition of names, results, &&, ||, ! and parentheses.",
            "Write a condition such as a.Succeeded && (b || c.Failed).");
    private static final Rule TOGETHER = error(
            "DAG-04",
            "depends excludes dependencies and continueOn.",
            "Say it all in depends: a || a.Failed goes on after a failure.");
    private static final Rule DIGIT = error(
            "DAG-05",
            "The name of a task that waits for others starts with a letter.",
            "Put a letter before the digit.");
    private static final Rule EMPTY = error("DAG-06", "A dag has a task.", "Add a task, or delete the template.");
    private static final Rule RESULT = error(
            "DAG-07",
            "Results in depends are Succeeded, Failed, Errored, Skipped, Omitted, Daemoned and, of loops, AnySucceeded and"
                    + " AllFailed.",
            "Use one of these results.");
    private static final Rule ANCESTOR = error(
            "DAG-08",
            "A task that reads the output of another one waits for it.",
            "Add the other task to depends or dependencies.");

    @Override
    public List<Rule> rules() {
        return List.of(CYCLE, DEPENDENCY, SYNTAX, TOGETHER, DIGIT, EMPTY, RESULT, ANCESTOR);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            if (template.node().get("dag").json().isObject()) {
                check(spec, template, report);
            }
        }
    }

    private static void check(Spec spec, Template template, Report report) {
        Node dag = template.node().get("dag");
        if (!dag.hasContent("tasks")) {
            report.add(EMPTY, dag.get("tasks").at(), "the dag has no task", ARGO_LINT, API_SERVER);
            return;
        }
        Map<String, Call> tasks = new LinkedHashMap<>();
        template.calls().forEach(call -> tasks.putIfAbsent(call.name(), call));
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (Call task : template.calls()) {
            graph.putIfAbsent(task.name(), waitsFor(spec, task, tasks, report));
            form(task, Usage.of(template), report);
        }
        Cycles.find(graph)
                .ifPresent(cycle -> report.add(
                        CYCLE, dag.at(), "the tasks wait for each other: " + String.join(" → ", cycle), ARGO_LINT));
        String targets = spec.filledIn(dag.text("target"));
        for (String target : targets.split(" ", -1)) {
            if (!target.isEmpty() && !targets.contains("{{") && !tasks.containsKey(target)) {
                report.add(
                        DEPENDENCY,
                        dag.get("target").at(),
                        "there is no task \"" + target + "\"" + Nearest.hintOrAll(target, tasks.keySet()),
                        ARGO_LINT);
            }
        }
        Ancestors ancestors = new Ancestors(graph);
        tasks.values().forEach(task -> reads(task, ancestors, tasks.keySet(), report));
    }

    /** How the tasks of a dag say what they wait for: lint asks one way of all of them. */
    private record Usage(boolean depends, boolean dependencies) {
        static Usage of(Template template) {
            return new Usage(
                    template.calls().stream().anyMatch(task -> task.node().hasContent("depends")),
                    template.calls().stream().anyMatch(task -> task.node().hasContent("dependencies")));
        }
    }

    private static void form(Call task, Usage dag, Report report) {
        Node node = task.node();
        if (dag.depends() && node.hasContent("dependencies")) {
            report.add(
                    TOGETHER,
                    node.get("dependencies").at(),
                    "the dag has both depends and dependencies",
                    "Write dependencies: [a, b] as depends: a && b.",
                    ARGO_LINT);
        }
        if (dag.depends() && node.has("continueOn")) {
            report.add(TOGETHER, node.get("continueOn").at(), "the dag has both depends and continueOn", ARGO_LINT);
        }
        if ((dag.depends() || dag.dependencies())
                && !task.name().isEmpty()
                && Character.isDigit(task.name().charAt(0))) {
            String message = "\"" + task.name() + "\" starts with a digit, and tasks of the dag wait for others";
            report.add(DIGIT, node.get("name").at(), message, ARGO_LINT);
        }
    }

    private static List<String> waitsFor(Spec spec, Call task, Map<String, Call> tasks, Report report) {
        Node node = task.node();
        List<String> names = new ArrayList<>();
        for (Node dependency : node.items("dependencies")) {
            dependency(dependency, tasks, names, report);
        }
        if (node.hasContent("depends") && node.get("depends").json().isTextual()) {
            depends(spec, node.get("depends"), tasks, names, report);
        }
        return names;
    }

    /** Argo makes a condition of each dependency; a text that holds several names fails when it is looked up. */
    private static void dependency(Node field, Map<String, Call> tasks, List<String> names, Report report) {
        String name = field.json().asText();
        if (tasks.containsKey(name)) {
            names.add(name);
            return;
        }
        List<String> parts = Depends.parse(name + ".Succeeded").references().stream()
                .map(Depends.Reference::task)
                .toList();
        names.addAll(parts);
        unknown(field, name, tasks, report, tasks.keySet().containsAll(parts) ? CONTROLLER : ARGO_LINT);
    }

    private static void depends(Spec spec, Node field, Map<String, Call> tasks, List<String> names, Report report) {
        String text = spec.filledIn(field.json().asText());
        if (text.contains("{{")) {
            return;
        }
        Depends depends = Depends.parse(text);
        for (Depends.Reference reference : depends.references()) {
            names.add(reference.task());
            Call call = tasks.get(reference.task());
            if (call == null) {
                unknown(field, reference.task(), tasks, report, ARGO_LINT);
            } else if (!reference.result().isEmpty()) {
                result(field, reference, call, report);
            }
        }
        depends.problem()
                .ifPresent(
                        problem -> report.addAt(SYNTAX, field.at(), problem.offset(), problem.message(), CONTROLLER));
    }

    private static void result(Node field, Depends.Reference reference, Call call, Report report) {
        String result = reference.result();
        if (!RESULTS.contains(result)) {
            report.add(
                    RESULT,
                    field.at(),
                    "\"" + result + "\" is no result of a task" + Nearest.hintOrAll(result, RESULTS),
                    ARGO_LINT);
        } else if ((result.equals("AnySucceeded") || result.equals("AllFailed")) && !call.isLoop()) {
            report.add(
                    RESULT,
                    field.at(),
                    result + " is asked of \"" + reference.task() + "\", which is no loop",
                    ARGO_LINT);
        }
    }

    private static void unknown(Node field, String name, Map<String, Call> tasks, Report report, RealProgram program) {
        report.add(
                DEPENDENCY,
                field.at(),
                "there is no task \"" + name + "\"" + Nearest.hintOrAll(name, tasks.keySet()),
                program);
    }

    private static void reads(Call task, Ancestors ancestors, Set<String> tasks, Report report) {
        for (Node parameter : task.node().get("arguments").items("parameters")) {
            TaskReads.of(parameter.get("value"))
                    .forEach(name -> missing(task, parameter, "value", name, ancestors, tasks, report));
        }
        for (Node artifact : task.node().get("arguments").items("artifacts")) {
            TaskReads.of(artifact.get("from"))
                    .forEach(name -> missing(task, artifact, "from", name, ancestors, tasks, report));
        }
    }

    private static void missing(
            Call task,
            Node argument,
            String field,
            String name,
            Ancestors ancestors,
            Set<String> tasks,
            Report report) {
        if (tasks.contains(name) && !ancestors.of(task.name()).contains(name)) {
            report.add(
                    ANCESTOR,
                    argument.get(field).at(),
                    "the task reads \"" + name + "\" but does not wait for it",
                    ARGO_LINT);
        }
    }

    private static Rule error(String id, String summary, String remedy) {
        return new Rule(id, Severity.ERROR, summary, remedy, SOURCE);
    }
}
