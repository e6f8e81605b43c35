package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The variables that Argo gives to every container. Their values belong to a run and stay tags. */
final class Environment {
    private static final String TEMPLATE = "ARGO_TEMPLATE";

    private final PodDraft draft;

    Environment(PodDraft draft) {
        this.draft = draft;
    }

    void addTo(ObjectNode container, boolean isInit) throws PodException {
        ArrayNode env = Json.listIn(container, "env");
        for (int i = 0; i < env.size(); i++) {
            if (Json.name(env.get(i)).equals(TEMPLATE) && !isTemplate(env.get(i).path("value"))) {
                throw new PodException(
                        PodRules.TEMPLATE_VARIABLE,
                        env.get(i),
                        "container \"" + Json.name(container) + "\" sets ARGO_TEMPLATE, which Argo reads as JSON");
            }
        }
        add(env, "ARGO_CONTAINER_NAME", Json.name(container));
        if (isInit) {
            add(env, TEMPLATE, "{{template}}");
        }
        add(env, "ARGO_NODE_ID", draft.run.text("node.id"));
        add(env, "ARGO_INCLUDE_SCRIPT_OUTPUT", "{{includeScriptOutput}}");
        add(env, "ARGO_DEADLINE", "{{deadline}}");
        String workflow = draft.inputs.value("workflow.name").orElse("{{workflow.name}}");
        add(env, "ARGO_WORKFLOW_NAME", workflow);
        String namespace = draft.inputs.value("workflow.namespace").orElse("{{workflow.namespace}}");
        add(env, "TRACESTATE", "workflow=" + namespace + "/" + workflow);
        add(env, "TRACEPARENT", "{{trace.parent}}");
        add(env, "ARGO_PROGRESS_FILE", "/var/run/argo/progress");
        add(env, "ARGO_PROGRESS_PATCH_TICK_DURATION", "1m0s");
        add(env, "ARGO_PROGRESS_FILE_TICK_DURATION", "3s");
    }

    /** Gives the template to a container that nobody else gives it to. */
    static void addTemplate(ObjectNode container) {
        add(Json.listIn(container, "env"), TEMPLATE, "{{template}}");
    }

    private static boolean isTemplate(JsonNode value) {
        try {
            return value.isTextual() && PatchText.json(value.textValue()).isObject();
        } catch (PatchText.UnreadableException e) {
            return false;
        }
    }

    private static void add(ArrayNode env, String name, String value) {
        env.add(Executor.variable(name, value));
    }
}
