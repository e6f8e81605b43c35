package io.tiphys.verifier.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Target;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.TemplateType;
import java.util.List;
import java.util.Optional;

/** Which variables there are where, as {@code argo lint} has it. */
final class Scopes {
    private Scopes() {}

    /** What every text of a spec may name. */
    static Scope global(Spec spec) {
        Scope scope = new Scope();
        for (String name : List.of(
                "name",
                "namespace",
                "mainEntrypoint",
                "serviceAccountName",
                "uid",
                "status",
                "labels",
                "labels.json",
                "annotations",
                "annotations.json",
                "parameters",
                "parameters.json")) {
            scope.add("workflow." + name);
        }
        scope.open("workflow.creationTimestamp").open("workflow.scheduledTime").open("workflow.duration");
        if (spec.inherited("priority").json().isNumber()) {
            scope.add("workflow.priority");
        }
        if (spec.isStored()) {
            scope.open("workflow.parameters");
        }
        globalsOf(spec, scope);
        spec.base().ifPresent(base -> globalsOf(base, scope));
        return scope;
    }

    private static void globalsOf(Spec spec, Scope scope) {
        for (Node parameter : spec.node().get("arguments").items("parameters")) {
            scope.add("workflow.parameters." + parameter.text("name"));
        }
        Node metadata = spec.root().get("metadata");
        Node workflowMetadata = spec.node().get("workflowMetadata");
        Node cronMetadata = spec.root().get("spec").get("workflowMetadata");
        for (Node holder : List.of(metadata, workflowMetadata, cronMetadata)) {
            holder.get("labels").fields((key, value) -> scope.add("workflow.labels." + key));
            holder.get("annotations").fields((key, value) -> scope.add("workflow.annotations." + key));
            holder.get("labelsFrom").fields((key, value) -> scope.add("workflow.labels." + key));
        }
        for (Template template : spec.templates()) {
            Node outputs = template.node().get("outputs");
            for (String list : List.of("parameters", "artifacts")) {
                for (Node output : outputs.items(list)) {
                    String global = output.text("globalName");
                    if (global.contains("{{")) {
                        scope.open("workflow.outputs." + list + ".");
                    } else if (!global.isEmpty()) {
                        scope.add("workflow.outputs." + list + "." + global);
                    }
                }
            }
        }
    }

    /** What a template's own texts may name besides: its inputs, and those of the templates it is written in. */
    static Scope local(Template template, Scope global) {
        Scope scope = new Scope(global);
        for (Template around : template.parents()) {
            inputs(around, scope);
        }
        inputs(template, scope);
        boolean leaf = template.type().map(type -> !type.isGraph()).orElse(true);
        if (template.type().map(TemplateType::isPod).orElse(false)) {
            scope.add("pod.name");
        }
        if (leaf) {
            for (Node artifact : template.node().get("inputs").items("artifacts")) {
                scope.add("inputs.artifacts." + artifact.text("name") + ".path");
            }
        }
        return scope.open("outputs.").open("steps.name").open("tasks.name");
    }

    private static void inputs(Template template, Scope scope) {
        Node inputs = template.node().get("inputs");
        scope.add("inputs.parameters");
        named(inputs, "inputs.", scope);
    }

    /** Where one has no name, which is told, any name may be its. */
    private static void named(Node holder, String prefix, Scope scope) {
        for (String list : List.of("parameters", "artifacts")) {
            for (Node entry : holder.items(list)) {
                if (entry.text("name").isEmpty()) {
                    scope.open(prefix + list + ".");
                } else {
                    scope.add(prefix + list + "." + entry.text("name"));
                }
            }
        }
    }

    /** What a loop adds. */
    static void items(Call call, Scope scope) {
        Node node = call.node();
        if (node.hasContent("withParam")) {
            scope.add("item").open("item.");
        }
        if (node.has("withSequence")) {
            scope.add("item");
        }
        for (Node item : node.items("withItems")) {
            scope.add("item");
            item.fields((key, value) -> scope.add("item." + key));
        }
    }

    /** What others may read of a step or task that has run. */
    static void outputs(Spec spec, Call call, Scope scope) {
        String prefix = call.kind().prefix() + call.name();
        if (call.name().isEmpty() || call.name().contains("{{")) {
            scope.open(call.kind().prefix());
            return;
        }
        for (String field : List.of("id", "startedAt", "finishedAt", "hostNodeName", "status")) {
            scope.add(prefix + "." + field);
        }
        if (!(spec.target(call) instanceof Target.Found found)) {
            scope.open(prefix + ".");
            return;
        }
        Template template = found.template();
        if (template.node().json().path("daemon").asBoolean()) {
            scope.add(prefix + ".ip");
        }
        if (hasResult(template)) {
            scope.add(prefix + ".outputs.result").add(prefix + ".exitCode");
        }
        Node outputs = template.node().get("outputs");
        named(outputs, prefix + ".outputs.", scope);
        if (call.isLoop()) {
            scope.add(prefix + ".outputs.parameters").add(prefix + ".outputs.result");
        }
    }

    private static boolean hasResult(Template template) {
        Optional<TemplateType> type = template.type();
        return type.isPresent()
                && switch (type.get()) {
                    case CONTAINER, SCRIPT, DATA, HTTP, PLUGIN -> true;
                    case CONTAINER_SET -> hasMain(template.node().get("containerSet"));
                    default -> false;
                };
    }

    private static boolean hasMain(Node containerSet) {
        for (JsonNode container : containerSet.get("containers").json()) {
            if (container.path("name").asText().equals("main")) {
                return true;
            }
        }
        return false;
    }
}
