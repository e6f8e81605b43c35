package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What steps and tasks have in common: loops, hooks, and what others may read of them. */
final class Calls {
    private static final List<String> LOOPS = List.of("withItems", "withParam", "withSequence");

    private Calls() {}

    /** Adds the item of a loop. */
    static void items(JsonNode call, JsonPointer at, Known known) throws RefusedException {
        if (LOOPS.stream().filter(loop -> loops(call, loop)).count() > 1) {
            throw new RefusedException(at, "it has several of withItems, withParam and withSequence");
        }
        if (loops(call, "withItems")) {
            for (JsonNode item : call.path("withItems")) {
                item(item, known);
            }
        } else if (loops(call, "withParam")) {
            known.add("item").add(Known.ANY_ITEM);
        } else if (loops(call, "withSequence")) {
            JsonNode sequence = call.path("withSequence");
            if (Fields.has(sequence, "count") && Fields.has(sequence, "end")) {
                throw new RefusedException(at.appendProperty("withSequence"), "it has both count and end");
            }
            known.add("item");
        }
    }

    private static boolean loops(JsonNode call, String loop) {
        return switch (loop) {
            case "withItems" -> !call.path(loop).isEmpty();
            case "withParam" -> !Fields.text(call, loop).isEmpty();
            default -> Fields.has(call, loop);
        };
    }

    private static void item(JsonNode item, Known known) {
        if (item.isArray()) {
            for (int i = 0; i < item.size(); i++) {
                known.add("item.[" + i + "]");
            }
        } else if (item.isObject()) {
            item.fieldNames().forEachRemaining(name -> known.add("item." + name));
        } else {
            known.add("item");
        }
    }

    /** Whether its results come as a list. */
    static boolean aggregates(JsonNode call) {
        return loops(call, "withItems") || loops(call, "withParam");
    }

    static boolean isLoop(JsonNode call) {
        return LOOPS.stream().anyMatch(loop -> loops(call, loop));
    }

    static boolean hasExitHook(JsonNode call) {
        return call.path("hooks").has("exit") || !Fields.text(call, "onExit").isEmpty();
    }

    /** Hooks but the exit hook say when they run. */
    static void hooks(JsonNode hooks, JsonPointer at) throws RefusedException {
        for (Map.Entry<String, JsonNode> hook : hooks.properties()) {
            if (!hook.getKey().equals("exit")
                    && Fields.text(hook.getValue(), "expression").isEmpty()) {
                throw new RefusedException(at.appendProperty(hook.getKey()), "the hook has no expression");
            }
        }
    }

    /**
     * Adds what others may read of a step or task.
     *
     * @param prefix how names begin: {@code steps.} or {@code tasks.} and its name
     * @param template what it calls; nothing where only a run knows it
     * @param globals what the workflow gives out, for all that is looked at later
     */
    static void outputs(
            Optional<Visited> template, String prefix, boolean aggregate, Known known, Map<String, String> globals) {
        for (String field : List.of("id", "startedAt", "finishedAt", "hostNodeName")) {
            known.add(prefix + "." + field);
        }
        if (template.isEmpty()) {
            return;
        }
        JsonNode json = template.get().json();
        Kind kind = Kind.of(json);
        if (json.path("daemon").asBoolean()) {
            known.add(prefix + ".ip");
        }
        boolean result = hasResult(kind, json) || (aggregate && (kind == Kind.SCRIPT || kind == Kind.CONTAINER_SET));
        if (result) {
            known.add(prefix + ".outputs.result").add(prefix + ".exitCode");
        }
        if (aggregate) {
            known.add(prefix + ".outputs.parameters");
        }
        outputs(json, "parameters", Known.ANY_OUTPUT, prefix, known, globals);
        outputs(json, "artifacts", Known.ANY_ARTIFACT, prefix, known, globals);
    }

    private static void outputs(
            JsonNode template, String list, String any, String prefix, Known known, Map<String, String> globals) {
        for (JsonNode output : Fields.items(template.path("outputs"), list)) {
            known.add(prefix + ".outputs." + list + "." + Fields.text(output, "name"));
            String global = Fields.text(output, "globalName");
            if (Tags.isParameter(global)) {
                known.add(any);
            } else if (!global.isEmpty()) {
                known.add("workflow.outputs." + list + "." + global);
                globals.putIfAbsent("workflow.outputs." + list + "." + global, Placeholders.PREFIX + global);
            }
        }
    }

    private static boolean hasResult(Kind kind, JsonNode template) {
        return switch (kind) {
            case CONTAINER, SCRIPT, DATA, HTTP, PLUGIN -> true;
            case CONTAINER_SET -> ContainerSet.hasMain(template.path("containerSet"));
            default -> false;
        };
    }
}
