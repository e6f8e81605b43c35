package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers of a pod: names, and the order in a container set. */
final class ContainerRule implements LintRule {
    private static final Rule NAME = new Rule(
            "TPL-04",
            Severity.ERROR,
            "Containers of one pod have different names, none of which Argo uses itself.",
            "Give the container a name of its own; wait, supervisor and artifact-plugin-* are Argo's.",
            "argo lint: containers");
    private static final Rule SET = new Rule(
            "TPL-05",
            Severity.ERROR,
            "A containerSet has containers, depends only on its own, without cycle, and has one called main if it has"
                    + " inputs or outputs.",
            "Correct the dependencies, or call the container that reads and writes them main.",
            "argo lint: containerSet");

    @Override
    public List<Rule> rules() {
        return List.of(NAME, SET);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            for (String list : List.of("initContainers", "sidecars")) {
                names(template.node().items(list), list, report);
            }
            Node set = template.node().get("containerSet");
            if (set.json().isObject()) {
                names(set.items("containers"), "containerSet", report);
                set(template, set, report);
            }
        }
    }

    private static void names(List<Node> containers, String list, Report report) {
        Set<String> seen = new HashSet<>();
        for (Node container : containers) {
            String name = container.text("name");
            Node field = container.get("name");
            if (!container.json().isObject()) {
                continue;
            }
            if (name.isEmpty()) {
                if (!list.equals("sidecars")) {
                    report.add(
                            NAME,
                            field.at(),
                            "the " + (list.equals("initContainers") ? "init container" : "container") + " has no name",
                            "Add name, a name of its own in the pod.",
                            ARGO_LINT);
                }
            } else if (Vocabulary.isReservedContainer(name)) {
                report.add(NAME, field.at(), "Argo uses the name \"" + name + "\" itself", ARGO_LINT);
            } else if (!seen.add(name)) {
                if (list.equals("containerSet")) {
                    report.add(NAME, field.at(), "there is another container \"" + name + "\"", ARGO_LINT);
                } else {
                    report.add(NAME, field.at(), "there is another container \"" + name + "\"", CONTROLLER);
                }
            }
        }
    }

    private static void set(Template template, Node set, Report report) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (Node container : set.items("containers")) {
            List<String> dependencies = new ArrayList<>();
            container
                    .items("dependencies")
                    .forEach(name -> dependencies.add(name.json().asText()));
            graph.putIfAbsent(container.text("name"), dependencies);
        }
        if (graph.isEmpty()) {
            report.add(
                    SET,
                    set.get("containers").at(),
                    "the set has no container",
                    "Add containers, each with a name and an image.",
                    ARGO_LINT);
            return;
        }
        for (Node container : set.items("containers")) {
            for (Node dependency : container.items("dependencies")) {
                String name = dependency.json().asText();
                if (!graph.containsKey(name)) {
                    report.addUnknown(
                            SET,
                            dependency.at(),
                            "the set has no container \"" + name + "\"",
                            name,
                            graph.keySet(),
                            ARGO_LINT);
                }
            }
        }
        Cycles.find(graph)
                .ifPresent(cycle -> report.add(
                        SET, set.at(), "the containers wait for each other: " + String.join(" → ", cycle), ARGO_LINT));
        boolean needsMain = template.node().get("inputs").hasContent("artifacts")
                || template.node().get("outputs").hasContent("parameters")
                || template.node().get("outputs").hasContent("artifacts");
        if (needsMain && !graph.containsKey("main") && !set.hasContent("volumeMounts")) {
            report.add(
                    SET,
                    set.at(),
                    "inputs and outputs need a container called main; there "
                            + (graph.size() == 1 ? "is only " : "are ") + String.join(", ", graph.keySet()),
                    "Call the container main that reads and writes them.",
                    ARGO_LINT);
        }
    }
}
