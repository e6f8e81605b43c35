package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.depends.Depends;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.Vocabulary;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tasks of a dag and what they wait for. */
final class DagRule implements LintRule {
    static final String SOURCE = "argo lint: dag templates";
    private static final Rule CYCLE =
            error("DAG-01", "Tasks do not wait for each other in a circle.", "Take one of the dependencies away.");
    private static final Rule DEPENDENCY = error(
            "DAG-02", "Tasks wait for tasks of the same dag, and targets name such tasks.", "Name a task of this dag.");
    private static final Rule TOGETHER = error(
            "DAG-04",
            "depends excludes dependencies and continueOn.",
            "Say it all in depends: a || a.Failed goes on after a failure.");
    private static final Rule DIGIT = error(
            "DAG-05",
            "The name of a task that waits for others starts with a letter.",
            "Put a letter before the digit.");
    private static final Rule EMPTY = error("DAG-06", "A dag has a task.", "Add a task, or delete the template.");
    private static final Rule ANCESTOR = error(
            "DAG-08",
            "A task that reads the output of another one waits for it.",
            "Add the other task to depends or dependencies.");

    @Override
    public List<Rule> rules() {
        return List.of(CYCLE, DEPENDENCY, DependsSlip.SYNTAX, TOGETHER, DIGIT, EMPTY, DependsSlip.RESULT, ANCESTOR);
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
        Cycles.find(graph).ifPresent(cycle -> {
            Node first = Objects.requireNonNull(tasks.get(cycle.get(0))).node();
            report.addKey(
                    CYCLE,
                    first.get(first.hasContent("dependencies") ? "dependencies" : "depends")
                            .at(),
                    "the tasks wait for each other: " + String.join(" → ", cycle),
                    "Take one of these dependencies away.",
                    ARGO_LINT);
        });
        String targets = spec.filledIn(dag.text("target"));
        for (String target : targets.split(" ", -1)) {
            if (!target.isEmpty() && !targets.contains("{{") && !tasks.containsKey(target)) {
                report.addUnknown(
                        DEPENDENCY,
                        dag.get("target").at(),
                        "there is no task \"" + target + "\"",
                        target,
                        tasks.keySet(),
                        ARGO_LINT);
            }
        }
        Ancestors ancestors = new Ancestors(graph);
        tasks.values().forEach(task -> reads(task, ancestors, tasks.keySet(), report));
    }

    /** How the tasks of a dag say what they wait for: lint asks one way of all of them. */
    private record Usage(Optional<String> depends, boolean dependencies) {
        static Usage of(Template template) {
            return new Usage(
                    template.calls().stream()
                            .filter(task -> task.node().hasContent("depends"))
                            .map(Call::name)
                            .findFirst(),
                    template.calls().stream().anyMatch(task -> task.node().hasContent("dependencies")));
        }

        /** The message where a task has a field that depends excludes. */
        String excludes(Call task, String field) {
            return task.node().hasContent("depends")
                    ? "the task has both depends and " + field
                    : "the task has " + field + ", and \"" + depends.orElse("") + "\" in the same dag has depends";
        }
    }

    private static void form(Call task, Usage dag, Report report) {
        Node node = task.node();
        if (dag.depends().isPresent() && node.hasContent("dependencies")) {
            List<String> names = node.items("dependencies").stream()
                    .map(name -> name.json().asText())
                    .toList();
            report.addKey(
                    TOGETHER,
                    node.get("dependencies").at(),
                    dag.excludes(task, "dependencies"),
                    "Write depends: " + String.join(" && ", names) + " instead of dependencies.",
                    ARGO_LINT);
        }
        if (dag.depends().isPresent() && node.has("continueOn")) {
            report.addKey(
                    TOGETHER,
                    node.get("continueOn").at(),
                    dag.excludes(task, "continueOn"),
                    "Delete continueOn; in what waits for the task, write depends: " + task.name() + " || "
                            + task.name() + ".Failed.",
                    ARGO_LINT);
        }
        if ((dag.depends().isPresent() || dag.dependencies())
                && !task.name().isEmpty()
                && Character.isDigit(task.name().charAt(0))) {
            String message = "\"" + task.name() + "\" starts with a digit, and tasks of the dag wait for others";
            report.add(
                    DIGIT, node.get("name").at(), message, "Write t" + task.name() + ", or another name.", ARGO_LINT);
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
        report.addUnknown(
                DEPENDENCY,
                field.at(),
                "there is no task \"" + name + "\"",
                name,
                tasks.keySet(),
                tasks.keySet().containsAll(parts) ? CONTROLLER : ARGO_LINT);
    }

    private static void depends(Spec spec, Node field, Map<String, Call> tasks, List<String> names, Report report) {
        String text = spec.filledIn(field.json().asText());
        if (text.contains("{{")) {
            return;
        }
        Depends depends = Depends.parse(text);
        boolean told = depends.problem().isPresent() && DependsSlip.tellQuotes(field, text, report);
        for (Depends.Reference reference : depends.references()) {
            names.add(reference.task());
            Call call = tasks.get(reference.task());
            if (call != null) {
                result(field, reference, call, report);
            } else if (depends.problem().isPresent() && DependsSlip.tell(field, text, reference, report)) {
                told = true;
            } else {
                unknown(field, reference, tasks, report);
            }
        }
        if (!told) {
            depends.problem()
                    .ifPresent(problem -> report.addAt(
                            DependsSlip.SYNTAX, field.at(), problem.offset(), problem.message(), CONTROLLER));
        }
    }

    private static void result(Node field, Depends.Reference reference, Call call, Report report) {
        String result = reference.result();
        if (result.isEmpty()) {
            return;
        }
        if (!Vocabulary.TASK_RESULTS.contains(result)) {
            report.addUnknown(
                    DependsSlip.RESULT,
                    field.at(),
                    "\"" + result + "\" is no result of a task",
                    result,
                    Vocabulary.TASK_RESULTS,
                    ARGO_LINT);
        } else if (Vocabulary.LOOP_RESULTS.contains(result) && !call.isLoop()) {
            report.add(
                    DependsSlip.RESULT,
                    field.at(),
                    result + " is asked of \"" + reference.task() + "\", which is no loop",
                    "Write " + reference.task() + "." + (result.equals("AllFailed") ? "Failed" : "Succeeded")
                            + ", or give " + reference.task() + " withItems, withParam or withSequence.",
                    ARGO_LINT);
        }
    }

    private static void unknown(Node field, Depends.Reference reference, Map<String, Call> tasks, Report report) {
        String name = reference.task();
        boolean asWritten = field.json().asText().startsWith(name, reference.offset());
        report.addAt(
                DEPENDENCY,
                field.at(),
                asWritten ? reference.offset() : 0,
                "there is no task \"" + name + "\"" + Nearest.hintOrAll(name, tasks.keySet()),
                Nearest.remedy(name, tasks.keySet()).orElse(DEPENDENCY.remedy()),
                ARGO_LINT);
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
                    waiting(task.node(), name),
                    ARGO_LINT);
        }
    }

    private static String waiting(Node task, String name) {
        if (task.hasContent("dependencies")) {
            return "Add " + name + " to dependencies.";
        }
        String depends = task.text("depends");
        return depends.isEmpty()
                ? "Add depends: " + name + ", or dependencies: [" + name + "] where the dag has these."
                : "Write depends: " + (depends.contains("||") ? "(" + depends + ")" : depends) + " && " + name + ".";
    }

    private static Rule error(String id, String summary, String remedy) {
        return new Rule(id, Severity.ERROR, summary, remedy, SOURCE);
    }
}
