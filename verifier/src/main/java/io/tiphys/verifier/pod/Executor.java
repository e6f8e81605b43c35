package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Containers that run Argo's own program. */
final class Executor {
    static final List<String> LOG_OPTIONS = List.of("--loglevel", "info", "--log-format", "text", "--gloglevel", "0");

    private final PodDraft draft;

    Executor(PodDraft draft) {
        this.draft = draft;
    }

    ObjectNode container(String name, List<String> command) {
        JsonNode settings = draft.config.executor();
        ObjectNode container = Json.object();
        container.put("name", name);
        container.put("image", draft.config.executorImage());
        List<String> words = new ArrayList<>(command);
        if (!command.isEmpty()) {
            words.addAll(LOG_OPTIONS);
        }
        container.set("command", Json.texts(words));
        for (String field : List.of("imagePullPolicy", "resources", "args")) {
            if (settings.has(field)) {
                container.set(field, settings.path(field));
            }
        }
        draft.config.kubeConfig().ifPresent(kubeConfig -> {
            Mounts.add(container, kubeConfig.mount());
            Json.listIn(container, "args").add("--kubeconfig=" + kubeConfig.mountPath());
        });
        if (!draft.executorAccount().isEmpty()) {
            Mounts.add(container, Mounts.readOnly("exec-sa-token", "/var/run/secrets/kubernetes.io/serviceaccount"));
        }
        container.set("env", variables(settings));
        if (settings.has("securityContext") || draft.type.equals("resource")) {
            container.set("securityContext", security(settings, name));
        }
        return container;
    }

    private ArrayNode variables(JsonNode settings) {
        ArrayNode env = Json.list(List.of(
                fromPod("ARGO_POD_NAME", "metadata.name"),
                fromPod("ARGO_POD_UID", "metadata.uid"),
                variable(
                        "ARGO_WORKFLOW_NAME",
                        draft.inputs.value("workflow.name").orElse("{{workflow.name}}")),
                variable("ARGO_WORKFLOW_UID", draft.inputs.value("workflow.uid").orElse("{{workflow.uid}}"))));
        draft.config.instance().ifPresent(instance -> env.add(variable("ARGO_INSTANCE_ID", instance)));
        env.addAll(Json.items(settings.path("env")));
        return env;
    }

    private JsonNode security(JsonNode settings, String name) {
        if (settings.has("securityContext")) {
            return settings.path("securityContext");
        }
        return name.equals("main") ? hardened().put("readOnlyRootFilesystem", true) : hardened();
    }

    /** What containers of Argo's program get where nobody says otherwise. */
    static ObjectNode hardened() {
        ObjectNode context = Json.object();
        context.put("allowPrivilegeEscalation", false);
        context.putObject("capabilities").putArray("drop").add("ALL");
        context.put("privileged", false);
        context.put("runAsNonRoot", true);
        context.put("runAsUser", 8737L);
        context.putObject("seccompProfile").put("type", "RuntimeDefault");
        return context;
    }

    static ObjectNode variable(String name, String value) {
        ObjectNode variable = Json.object();
        variable.put("name", name);
        variable.put("value", value);
        return variable;
    }

    private static ObjectNode fromPod(String name, String path) {
        ObjectNode variable = Json.object();
        variable.put("name", name);
        variable.putObject("valueFrom")
                .putObject("fieldRef")
                .put("apiVersion", "v1")
                .put("fieldPath", path);
        return variable;
    }
}
