package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.List;

/** Workflows around one text of a small language, to see that what its parser says becomes a finding. */
final class SmallManifests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SmallManifests() {}

    /** A workflow with one template that has the field, or the field itself. */
    static Judged duration(String field, String text) {
        ObjectNode spec = JSON.objectNode().put("entrypoint", "main");
        ObjectNode template = spec.putArray("templates").addObject().put("name", "main");
        String[] path = field.split("\\.");
        ObjectNode holder = field.startsWith("podGC") ? spec : template;
        for (int i = 0; i < path.length - 1; i++) {
            holder = holder.withObjectProperty(path[i]);
        }
        holder.put(path[path.length - 1], text);
        if (field.startsWith("containerSet")) {
            ((ObjectNode) template.path("containerSet"))
                    .putArray("containers")
                    .addObject()
                    .put("name", "main")
                    .put("image", "busybox");
        } else if (!field.startsWith("suspend")) {
            template.putObject("container").put("image", "busybox");
        }
        if (field.startsWith("memoize")) {
            ((ObjectNode) template.path("memoize"))
                    .put("key", "k")
                    .putObject("cache")
                    .putObject("configMap")
                    .put("name", "c");
        }
        return workflow(spec);
    }

    static Judged cron(String schedule, String zone) {
        ObjectNode cron = object("CronWorkflow");
        ObjectNode spec = cron.putObject("spec").put("timezone", zone);
        spec.putArray("schedules").add(schedule);
        ObjectNode inner = spec.putObject("workflowSpec").put("entrypoint", "main");
        inner.putArray("templates")
                .addObject()
                .put("name", "main")
                .putObject("container")
                .put("image", "busybox");
        return judged(cron);
    }

    static Judged condition(String field, String condition) {
        ObjectNode spec = JSON.objectNode().put("entrypoint", "main");
        spec.putArray("templates")
                .addObject()
                .put("name", "main")
                .putObject("resource")
                .put("action", "create")
                .put("manifest", "{}")
                .put(field, condition);
        return workflow(spec);
    }

    static Judged sequence(JsonNode sequence) {
        ObjectNode spec = JSON.objectNode();
        tasks(spec).addObject().put("name", "target").put("template", "run").set("withSequence", sequence);
        return workflow(spec);
    }

    static Judged depends(JsonNode record) {
        ObjectNode spec = JSON.objectNode();
        ArrayNode tasks = tasks(spec);
        for (JsonNode task : record.path("tasks")) {
            ObjectNode node = tasks.addObject()
                    .put("template", "run")
                    .put("name", task.path("name").asText());
            for (String field : List.of("depends", "dependencies")) {
                if (task.has(field)) {
                    node.set(field, task.path(field));
                }
            }
            switch (task.path("kind").asText("plain")) {
                case "plain" -> {}
                case "withItems" -> node.putArray("withItems").add("a").add("b");
                case "withParam" -> node.put("withParam", "[1,2]");
                case "withSequence" -> node.putObject("withSequence").put("count", "2");
                case "continueOnFailed" -> node.putObject("continueOn").put("failed", true);
                case "continueOnError" -> node.putObject("continueOn").put("error", true);
                case "continueOnBoth" ->
                    node.putObject("continueOn").put("failed", true).put("error", true);
                default -> throw new IllegalArgumentException("no kind of tasks: " + task.path("kind"));
            }
        }
        ObjectNode target = tasks.addObject()
                .put("template", "run")
                .put("name", record.path("name").asText("target"));
        if (record.has("depends")) {
            target.set("depends", record.path("depends"));
        }
        if (record.has("dependenciesField")) {
            target.set("dependencies", record.path("dependenciesField"));
        }
        return workflow(spec);
    }

    static Judged workflow(ObjectNode spec) {
        ObjectNode workflow = object("Workflow");
        workflow.set("spec", spec);
        return judged(workflow);
    }

    /** A dag of tasks that all call one template; loops have two items. */
    static ArrayNode tasks(ObjectNode spec) {
        ArrayNode templates = spec.put("entrypoint", "main").putArray("templates");
        ObjectNode main = templates.addObject().put("name", "main");
        templates.addObject().put("name", "run").putObject("container").put("image", "busybox");
        return main.putObject("dag").putArray("tasks");
    }

    private static ObjectNode object(String kind) {
        ObjectNode object =
                JSON.objectNode().put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind);
        object.putObject("metadata").put("name", "small");
        return object;
    }

    private static Judged judged(ObjectNode object) {
        return Judged.of(SchemaSettings.DEFAULT, "small.yaml", object.toString(), List.of());
    }
}
