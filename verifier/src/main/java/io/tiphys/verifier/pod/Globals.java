package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.verifier.expr.Expressions;
import io.tiphys.verifier.expr.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of {@code workflow.*}, as far as they are known. */
final class Globals implements Values {
    /** What every run has, and only a run knows. */
    private static final List<String> LATER = List.of(
            "workflow.name",
            "workflow.namespace",
            "workflow.uid",
            "workflow.mainEntrypoint",
            "workflow.creationTimestamp",
            "workflow.scheduledTime",
            "workflow.duration",
            "workflow.priority",
            "workflow.status",
            "workflow.failures",
            "workflow.outputs",
            "workflow.labels",
            "workflow.annotations",
            "pod.name",
            "node.name",
            "retries",
            "lastRetry");

    private static final String PARAMETER = "workflow.parameters.";
    private static final String CREATION = "workflow.creationTimestamp.";

    private final Map<String, String> values = new TreeMap<>();
    private final Run run;
    private final boolean isRun;
    private final Set<String> declared = new TreeSet<>();
    private Optional<Scope> scope = Optional.empty();

    Globals(Workflow workflow, ConfigMaps configMaps, Run run) throws PodException {
        this.run = run;
        this.isRun = workflow.manifest().kind().equals("Workflow");
        JsonNode spec = workflow.spec();
        JsonNode metadata = workflow.manifest().json().path("metadata");
        if (workflow.manifest().kind().equals("Workflow")
                && metadata.path("name").isTextual()) {
            values.put("workflow.name", metadata.path("name").asText());
        }
        if (metadata.path("namespace").isTextual()) {
            values.put("workflow.namespace", metadata.path("namespace").asText());
        }
        if (spec.path("entrypoint").isTextual()) {
            values.put("workflow.mainEntrypoint", spec.path("entrypoint").asText());
        }
        values.put(
                "workflow.serviceAccountName", spec.path("serviceAccountName").asText(""));
        if (spec.path("priority").isNumber()) {
            values.put("workflow.priority", spec.path("priority").asText());
        }
        put("labels", workflow.metadata().path("labels"));
        put("annotations", workflow.metadata().path("annotations"));
        parameters(spec.path("arguments").path("parameters"), configMaps);
        labels(spec.path("workflowMetadata").path("labelsFrom"));
    }

    /** Labels whose values are expressions; until they are evaluated they have none. */
    private void labels(JsonNode labelsFrom) {
        labelsFrom.fieldNames().forEachRemaining(name -> values.remove("workflow.labels." + name));
        Scope known = scope();
        for (Map.Entry<String, JsonNode> label : labelsFrom.properties()) {
            Expressions.tag(label.getValue().path("expression").asText(), known)
                    .value()
                    .ifPresent(found -> values.put("workflow.labels." + label.getKey(), found));
        }
        scope = Optional.empty();
    }

    private void put(String kind, JsonNode entries) {
        if (isRun) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            entries.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            ObjectNode all = Json.object();
            sorted.forEach(all::set);
            values.put("workflow." + kind, Json.go(all));
            values.put("workflow." + kind + ".json", Json.go(all));
        }
        entries.properties()
                .forEach(entry -> values.put(
                        "workflow." + kind + "." + entry.getKey(),
                        entry.getValue().asText()));
    }

    private void parameters(JsonNode parameters, ConfigMaps configMaps) throws PodException {
        ArrayNode list = Json.list(List.of());
        boolean complete = true;
        for (JsonNode parameter : parameters) {
            declared.add(Json.name(parameter));
            Optional<String> value = value(parameter, configMaps);
            if (value.isPresent()) {
                values.put("workflow.parameters." + Json.name(parameter), value.get());
                ObjectNode entry = Json.copy(parameter);
                if (!parameter.has("valueFrom")) {
                    entry.put("value", value.get());
                }
                list.add(ApiSchema.get().ordered(entry, "Parameter"));
            } else {
                complete = false;
            }
        }
        if (complete) {
            values.put("workflow.parameters", Json.go(list));
            values.put("workflow.parameters.json", Json.go(list));
        }
    }

    private static Optional<String> value(JsonNode parameter, ConfigMaps configMaps) throws PodException {
        if (Json.isPresent(parameter.path("value"))) {
            return Optional.of(parameter.path("value").asText());
        }
        if (parameter.has("valueFrom")) {
            return configMaps.value(parameter.path("valueFrom"), text -> text);
        }
        return Json.isPresent(parameter.path("default"))
                ? Optional.of(parameter.path("default").asText())
                : Optional.empty();
    }

    @Override
    public Optional<String> value(String tag) {
        return run.value(tag)
                .or(() -> Optional.ofNullable(values.get(tag)))
                .or(() -> tag.startsWith(CREATION) ? creation(tag.substring(CREATION.length())) : Optional.empty());
    }

    /** The parameters to which only the run gives values. */
    Map<String, String> givenParameters() {
        Map<String, String> given = new TreeMap<>();
        run.values().forEach((tag, value) -> {
            if (tag.startsWith(PARAMETER)) {
                given.put(tag.substring(PARAMETER.length()), value);
            }
        });
        return given;
    }

    private Optional<String> creation(String form) {
        return run.value("workflow.creationTimestamp").flatMap(time -> Timestamps.format(time, form));
    }

    /** The value, or the tag in braces. */
    String text(String tag) {
        return value(tag).orElse("{{" + tag + "}}");
    }

    @Override
    public Scope scope() {
        if (scope.isEmpty()) {
            Scope.Builder all = new Scope.Builder();
            values.forEach(all::text);
            run.values().forEach(all::text);
            declared.forEach(name -> all.unknown("workflow.parameters." + name));
            LATER.forEach(all::unknown);
            scope = Optional.of(all.build());
        }
        return scope.get();
    }
}
