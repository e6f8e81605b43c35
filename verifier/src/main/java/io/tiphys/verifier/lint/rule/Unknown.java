package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.load.Nearest;
import java.util.Set;

/** Why a variable names nothing, and what mends it. */
final class Unknown {
    private Unknown() {}

    /** What is not there, to be read after a colon. */
    static String why(String name, Scope scope) {
        int dot = name.indexOf('.');
        String rest = name.substring(dot + 1);
        return switch (name.substring(0, dot)) {
            case "inputs" -> input(rest, scope);
            case "steps" -> call("step", name, " before this place", scope);
            case "tasks" -> call("task", name, " in this dag", scope);
            case "item" -> scope.has("item") ? "the entries have no key \"" + rest + "\"" : "there is no loop here";
            case "workflow" ->
                rest.equals("failures")
                        ? "only what runs at the end of a workflow knows its failures"
                        : "the workflow has no " + value("", rest);
            case "pod" -> "only templates that make a pod have pod.name";
            default -> "there is no such value";
        };
    }

    /** The nearest variable, or where there is none the last words of those of the same family. */
    static String hint(String name, Scope scope) {
        Set<String> names = scope.names();
        String near = Nearest.hint(name, names);
        String family = name.substring(0, name.lastIndexOf('.') + 1);
        return near.isEmpty() && family.split("\\.").length > 1
                ? Nearest.hintOrAll(
                        name,
                        names.stream()
                                .filter(known -> known.startsWith(family))
                                .map(known -> known.substring(family.length()))
                                .filter(last -> last.indexOf('.') < 0)
                                .toList())
                : near;
    }

    /** What mends it: the nearest name, or what has to be declared where. */
    static String remedy(String name, Scope scope) {
        return Nearest.of(name, scope.names())
                .map(near -> "Write {{" + near + "}}.")
                .orElseGet(() -> declare(name, scope));
    }

    private static String declare(String name, Scope scope) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String root = name.substring(0, name.indexOf('.'));
        if (name.equals("inputs.parameters." + last)) {
            return "Declare it in the template, inputs: {parameters: [{name: " + last
                    + "}]}, and pass it in each call.";
        }
        if (name.equals("workflow.parameters." + last)) {
            return "Declare it in the spec, arguments: {parameters: [{name: " + last + "}]}.";
        }
        return switch (root) {
            case "inputs" -> "Declare it in the inputs of the template, or correct the name.";
            case "item" ->
                scope.has("item")
                        ? "Give each entry the key " + last + ", or correct the name."
                        : "Write withItems or withParam in the step or task, and pass {{item}} to the template as an argument.";
            case "steps", "tasks" ->
                name.contains(".outputs.")
                        ? "Declare it in the outputs of the template that is called, or correct the name."
                        : "Name another " + (root.equals("steps") ? "step of an earlier group." : "task of this dag.");
            case "workflow" ->
                last.equals("failures")
                        ? "Move it to the template of onExit, or of a hook named exit."
                        : "Correct the name; docs of Argo list the variables of a workflow.";
            case "pod" -> "Take it out, or move it to the template that makes the pod.";
            default -> "Correct the name, or declare what it names.";
        };
    }

    private static String input(String rest, Scope scope) {
        boolean path = rest.startsWith("artifacts.") && rest.endsWith(".path");
        String artifact = path ? rest.substring(0, rest.length() - ".path".length()) : rest;
        return path && scope.has("inputs." + artifact)
                ? "only templates that do the work know the path of an artifact"
                : "the template has no " + value("input ", artifact);
    }

    private static String call(String kind, String name, String where, Scope scope) {
        int from = name.indexOf('.') + 1;
        int dot = name.indexOf('.', from);
        int end = dot < 0 ? name.length() : dot;
        String node = kind + " \"" + name.substring(from, end) + "\"";
        String prefix = name.substring(0, end) + ".";
        if (scope.names().stream().noneMatch(known -> known.startsWith(prefix))) {
            return "there is no " + node + where;
        }
        String rest = dot < 0 ? "" : name.substring(dot + 1);
        return "the " + node + " has no "
                + (rest.startsWith("outputs.")
                        ? value("output ", rest.substring("outputs.".length()))
                        : value("", rest));
    }

    private static String value(String holder, String rest) {
        if (rest.startsWith("parameters.")) {
            return holder + "parameter \"" + rest.substring("parameters.".length()) + "\"";
        }
        if (rest.startsWith("artifacts.")) {
            return holder + "artifact \"" + rest.substring("artifacts.".length()) + "\"";
        }
        return rest.equals("result") || rest.equals("exitCode") ? holder + rest : "such value";
    }
}
