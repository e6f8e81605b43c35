package io.tiphys.verifier.lint.rule;

/** Why a variable names nothing. */
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
