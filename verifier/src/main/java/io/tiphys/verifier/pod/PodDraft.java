package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A pod in the making: what every step reads and adds to. */
final class PodDraft {
    final Workflow workflow;
    /** The workflow's spec with {@code workflow.*} replaced. */
    final ObjectNode spec;

    final ObjectNode template;
    final TemplateCall call;
    final ControllerConfig config;
    final Inputs inputs;
    final Run run;
    final Origins origins;
    final String type;
    final ObjectNode metadata = Json.object();
    final ObjectNode podSpec = Json.object();
    final List<ObjectNode> mains = new ArrayList<>();
    final List<ObjectNode> sidecars = new ArrayList<>();
    final List<ObjectNode> initContainers = new ArrayList<>();
    final List<JsonNode> volumes = new ArrayList<>();
    final List<ObjectNode> plugins = new ArrayList<>();
    /** What the controller does without a word, and hardly as it was meant. */
    final List<PodException> warnings = new ArrayList<>();

    PodDraft(
            Workflow workflow,
            ObjectNode spec,
            ObjectNode template,
            TemplateCall call,
            ControllerConfig config,
            Inputs inputs,
            Run run,
            Origins origins) {
        this.workflow = workflow;
        this.spec = spec;
        this.template = template;
        this.call = call;
        this.config = config;
        this.inputs = inputs;
        this.run = run;
        this.origins = origins;
        this.type = TemplateResolver.type(template);
    }

    /** The template's value, or the spec's if it sets none. */
    JsonNode templateOrSpec(String field) {
        return Json.isSet(template.path(field)) ? template.path(field) : spec.path(field);
    }

    /** The template's, or the spec's if it has none. */
    JsonNode retryStrategy() {
        return Json.isPresent(template.path("retryStrategy"))
                ? template.path("retryStrategy")
                : spec.path("retryStrategy");
    }

    /** The artifacts of a direction; an argument stands for the input of its name. */
    List<JsonNode> artifacts(String direction) {
        return Json.items(template.path(direction).path("artifacts")).stream()
                .map(declared -> direction.equals("inputs")
                        ? Json.named(Json.list(call.artifacts()), Json.name(declared))
                                .orElse(declared)
                        : declared)
                .toList();
    }

    /** The service account of Argo's own containers, if it is another one than the pod's; else empty. */
    String executorAccount() {
        JsonNode own = template.path("executor").path("serviceAccountName");
        return Json.isSet(own)
                ? own.asText()
                : spec.path("executor").path("serviceAccountName").asText("");
    }

    /** A copy of a node that keeps its origin. */
    ObjectNode copy(JsonNode object) {
        ObjectNode copy = Json.copy(object);
        origins.copied(copy, object);
        return copy;
    }

    /** A text with the call's values in the place of tags. */
    String resolve(String text) {
        return new Substitution(inputs, origins).apply(text);
    }

    boolean isExecutorOnly() {
        return type.equals("resource") || type.equals("data");
    }
}
