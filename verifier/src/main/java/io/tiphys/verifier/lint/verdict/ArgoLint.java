package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The verdict of {@code argo lint --offline} on one object whose fields have the right types.
 *
 * <p>Source: Argo Workflows 4.1, the validation of workflows. What its walk reaches in random order is reached in the order
 * of the file here.
 */
public final class ArgoLint {
    private static final int LONGEST_NAME = 63;
    private static final List<String> GLOBALS =
            List.of("name", "namespace", "mainEntrypoint", "serviceAccountName", "uid");

    private final Spec spec;
    private final JsonNode json;
    private final JsonPointer root;
    private final boolean stored;
    private final boolean cron;
    private final Walk walk;
    private final Base own;
    private final Optional<Spec> base;

    private ArgoLint(Spec spec) {
        this.spec = spec;
        this.json = spec.node().json();
        this.root = spec.node().at();
        this.stored = spec.isStored();
        this.cron = spec.manifest().kind().equals("CronWorkflow");
        this.own = Base.own(spec);
        this.walk = new Walk(own, stored);
        this.base = spec.base();
    }

    /** What it says; nothing where it cannot be told, for calls are inside calls without end. */
    public static Optional<Verdict> verdict(Spec spec) {
        try {
            new ArgoLint(spec).check();
            return Optional.of(new Verdict(Optional.empty()));
        } catch (RefusedException e) {
            return Optional.of(new Verdict(Optional.of(e.refusal())));
        } catch (TooDeepException e) {
            return Optional.empty();
        }
    }

    private void check() throws RefusedException {
        if (cron) {
            CronSettings.check(spec.root());
        } else {
            String name = spec.manifest().name();
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new RefusedException(
                        JsonPointer.compile("/metadata/name"),
                        "the name has more than " + LONGEST_NAME + " characters");
            }
        }
        boolean whole = Fields.has(json, "workflowTemplateRef");
        if (whole) {
            base();
        }
        Names.workflowNames(Fields.items(json, "templates"), root.appendProperty("templates"));
        ExecutorPlugins.check(json, root.appendProperty("executorPlugins"));
        JsonNode arguments = arguments();
        Values.check(arguments, root.appendProperty("arguments"), false, cron);
        globals(arguments);
        String entrypoint = Fields.text(json, "entrypoint");
        if (entrypoint.isEmpty()) {
            entrypoint = base.map(other -> Fields.text(other.node().json(), "entrypoint"))
                    .orElse("");
        }
        boolean without = stored && Fields.text(json, "entrypoint").isEmpty();
        if (!without && entrypoint.isEmpty()) {
            throw new RefusedException(root, "the workflow has no entrypoint");
        }
        if (!without) {
            Arguments given = stored ? walk.anything() : Arguments.of(arguments);
            walk.follow(call(entrypoint, whole), root.appendProperty("entrypoint"), own, given);
        }
        exit(whole);
        Calls.hooks(json.path("hooks"), root.appendProperty("hooks"));
        settings();
        Spec all = whole ? base.orElse(spec) : spec;
        for (JsonNode template : Fields.items(all.node().json(), "templates")) {
            walk.follow(call(Fields.text(template, "name"), whole), root, own, walk.anything());
        }
    }

    private void base() throws RefusedException {
        JsonPointer at = root.appendProperty("workflowTemplateRef");
        if (!json.path("templates").isEmpty()) {
            throw new RefusedException(at, "the workflow has both templates and workflowTemplateRef");
        }
        if (base.isEmpty()) {
            throw new RefusedException(
                    at,
                    "there is no stored workflow \"" + Fields.text(json.path("workflowTemplateRef"), "name")
                            + "\" among the files");
        }
    }

    /** A template of the object, or of the stored one that the workflow runs as a whole. */
    private JsonNode call(String template, boolean whole) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        if (!whole) {
            return call.put("template", template);
        }
        JsonNode reference = json.path("workflowTemplateRef");
        call.putObject("templateRef")
                .put("name", Fields.text(reference, "name"))
                .put("template", template)
                .put("clusterScope", reference.path("clusterScope").asBoolean());
        return call;
    }

    /** Own arguments, and behind them those of the stored workflow; of equal names the first. */
    private JsonNode arguments() {
        JsonNode arguments = json.path("arguments");
        if (base.isEmpty()) {
            return arguments;
        }
        JsonNode others = base.get().node().json().path("arguments");
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("parameters", "artifacts")) {
            ArrayNode all = merged.putArray(list);
            Set<String> names = new HashSet<>();
            for (JsonNode holder : List.of(arguments, others)) {
                for (JsonNode entry : Fields.items(holder, list)) {
                    if (names.add(Fields.text(entry, "name"))) {
                        all.add(entry);
                    }
                }
            }
        }
        return merged;
    }

    private void globals(JsonNode arguments) {
        Map<String, String> globals = walk.globals();
        GLOBALS.forEach(name -> known("workflow." + name));
        List<JsonNode> parameters = Fields.items(arguments, "parameters");
        if (!parameters.isEmpty()) {
            known("workflow.parameters");
            known("workflow.parameters.json");
        }
        for (JsonNode parameter : parameters) {
            globals.put(
                    "workflow.parameters." + Fields.text(parameter, "name"),
                    Fields.hasValue(parameter)
                            ? Fields.text(parameter, "value")
                            : walk.placeholders().next());
        }
        for (String name : List.of("annotations", "annotations.json", "labels", "labels.json", "status")) {
            known("workflow." + name);
        }
        if (cron) {
            known("workflow.labels.workflows.argoproj.io/cron-workflow");
            known("workflow.annotations.workflows.argoproj.io/scheduled-time");
            if (spec.root().json().at("/metadata/labels").has("workflows.argoproj.io/controller-instanceid")) {
                known("workflow.labels.workflows.argoproj.io/controller-instanceid");
            }
            metadata(spec.root().json().path("spec").path("workflowMetadata"), false);
        } else {
            metadata(spec.root().json().path("metadata"), false);
        }
        metadata(json.path("workflowMetadata"), true);
        base.ifPresent(other -> metadata(other.node().json().path("workflowMetadata"), true));
        if (Fields.has(json, "priority")) {
            globals.put("workflow.priority", json.path("priority").asText());
        }
    }

    private void known(String name) {
        walk.globals().put(name, walk.placeholders().next());
    }

    private void metadata(JsonNode metadata, boolean from) {
        metadata.path("annotations").fieldNames().forEachRemaining(key -> known("workflow.annotations." + key));
        metadata.path("labels").fieldNames().forEachRemaining(key -> known("workflow.labels." + key));
        if (from) {
            metadata.path("labelsFrom").fieldNames().forEachRemaining(key -> known("workflow.labels." + key));
        }
    }

    /** What runs at the end sees the failures, and takes the workflow's own arguments. */
    private void exit(boolean whole) throws RefusedException {
        String exit = Fields.text(json, "onExit");
        if (exit.isEmpty() && whole) {
            exit = base.map(other -> Fields.text(other.node().json(), "onExit")).orElse("");
        }
        if (exit.isEmpty()) {
            return;
        }
        known("workflow.failures");
        if (givesNamelessArtifact(json)
                || base.filter(other -> givesNamelessArtifact(other.node().json()))
                        .isPresent()) {
            walk.globals().put(Known.ANY_ARTIFACT, "true");
        }
        walk.follow(call(exit, whole), root.appendProperty("onExit"), own, Arguments.of(json.path("arguments")));
    }

    private static boolean givesNamelessArtifact(JsonNode spec) {
        return Fields.items(spec, "templates").stream()
                .flatMap(template -> Fields.items(template.path("outputs"), "artifacts").stream())
                .anyMatch(artifact -> Tags.isParameter(Fields.text(artifact, "globalName")));
    }

    private void settings() throws RefusedException {
        JsonPointer at = root.appendProperty("podGC");
        String strategy = Fields.text(json.path("podGC"), "strategy");
        if (!strategy.isEmpty() && !Vocabulary.POD_GC_STRATEGIES.contains(strategy)) {
            throw new RefusedException(at.appendProperty("strategy"), "\"" + strategy + "\" is no strategy of podGC");
        }
        Selectors.check(json.path("podGC").path("labelSelector"), at.appendProperty("labelSelector"));
        PodParts.resources(json.path("podResources"), root.appendProperty("podResources"));
    }
}
