package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The one pod of a workflow that runs its http and plugin templates. */
final class AgentPod {
    private static final String ARGO = "workflows.argoproj.io/";
    private static final String TOKEN = "kube-api-access-RANDOM";
    private static final JsonNode TOKEN_MOUNT = Mounts.readOnly(TOKEN, "/var/run/secrets/kubernetes.io/serviceaccount");

    private final ObjectNode spec;
    private final Globals globals;
    private final ControllerConfig config;

    AgentPod(ObjectNode spec, Globals globals, ControllerConfig config) {
        this.spec = spec;
        this.globals = globals;
        this.config = config;
    }

    /** The pod before the workflow's podSpecPatch. */
    ObjectNode build() {
        ObjectNode pod = Json.object();
        pod.put("apiVersion", "v1");
        pod.put("kind", "Pod");
        pod.set("metadata", metadata());
        ObjectNode podSpec = pod.putObject("spec");
        podSpec.put("restartPolicy", "OnFailure");
        podSpec.put("automountServiceAccountToken", false);
        for (String field : List.of(
                "imagePullSecrets",
                "securityContext",
                "nodeSelector",
                "tolerations",
                "affinity",
                "hostAliases",
                "dnsPolicy",
                "dnsConfig",
                "schedulerName",
                "podPriorityClassName",
                "serviceAccountName")) {
            if (Json.isPresent(spec.path(field))) {
                podSpec.set(field.equals("podPriorityClassName") ? "priorityClassName" : field, spec.path(field));
            }
        }
        if (!Json.isPresent(spec.path("securityContext"))) {
            ObjectNode context = podSpec.putObject("securityContext");
            context.put("runAsNonRoot", true).put("runAsUser", 8737L);
            context.putObject("seccompProfile").put("type", "RuntimeDefault");
        }
        podSpec.set("initContainers", Json.list(List.of(container("init", "init"))));
        List<JsonNode> containers = new ArrayList<>(plugins());
        containers.add(container("main", "main"));
        podSpec.set("containers", Json.list(containers));
        List<JsonNode> volumes = new ArrayList<>();
        for (JsonNode plugin : spec.path("executorPlugins")) {
            if (mountsToken(plugin)) {
                volumes.add(token(Json.name(plugin.path("metadata")) + "-executor-plugin"));
            }
        }
        volumes.add(Mounts.emptyDir(Emissary.VOLUME));
        volumes.add(token(spec.path("serviceAccountName").asText("default")));
        podSpec.set("volumes", Json.list(volumes));
        return pod;
    }

    private List<JsonNode> plugins() {
        List<JsonNode> sidecars = new ArrayList<>();
        for (JsonNode plugin : spec.path("executorPlugins")) {
            ObjectNode sidecar = Json.copy(plugin.path("spec").path("sidecar").path("container"));
            Mounts.add(
                    sidecar, Mounts.readOnly(Emissary.VOLUME, Emissary.FOLDER).put("subPath", Json.name(sidecar)));
            if (mountsToken(plugin)) {
                Mounts.add(sidecar, TOKEN_MOUNT);
            }
            sidecars.add(sidecar);
        }
        return sidecars;
    }

    private static boolean mountsToken(JsonNode plugin) {
        return plugin.path("spec")
                .path("sidecar")
                .path("automountServiceAccountToken")
                .booleanValue();
    }

    private ObjectNode metadata() {
        ObjectNode metadata = Json.object();
        metadata.put("name", "{{agent.name}}");
        metadata.put("namespace", globals.text("workflow.namespace"));
        ObjectNode labels = metadata.putObject("labels");
        ObjectNode annotations = metadata.putObject("annotations");
        labels.put(ARGO + "workflow", globals.text("workflow.name"));
        labels.put(ARGO + "completed", "false");
        labels.put(ARGO + "component", "agent");
        annotations.put("kubectl.kubernetes.io/default-container", "main");
        JsonNode own = spec.path("podMetadata");
        own.path("labels").properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        own.path("annotations").properties().forEach(note -> annotations.set(note.getKey(), note.getValue()));
        config.instance().ifPresent(instance -> labels.put(ARGO + "controller-instanceid", instance));
        return metadata;
    }

    private static JsonNode token(String account) {
        ObjectNode volume = Json.object();
        volume.put("name", TOKEN);
        volume.putObject("secret").put("secretName", account + ".service-account-token");
        return volume;
    }

    private ObjectNode container(String name, String command) {
        JsonNode settings = config.executor();
        ObjectNode container = Json.object();
        container.put("name", name);
        container.put("image", config.executorImage());
        if (settings.has("imagePullPolicy")) {
            container.set("imagePullPolicy", settings.path("imagePullPolicy"));
        }
        container.set("command", Json.texts(List.of("argoexec")));
        ArrayNode args = Json.texts(List.of("agent", command));
        Executor.LOG_OPTIONS.forEach(args::add);
        container.set("args", args);
        container.set(
                "env",
                Json.list(List.of(
                        Executor.variable("ARGO_WORKFLOW_NAME", globals.text("workflow.name")),
                        Executor.variable("ARGO_WORKFLOW_UID", globals.text("workflow.uid")),
                        Executor.variable("ARGO_AGENT_PATCH_RATE", "10s"),
                        Executor.variable("ARGO_PLUGIN_ADDRESSES", "null"),
                        Executor.variable("ARGO_PLUGIN_NAMES", "null"))));
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", "10m").put("memory", "64M");
        resources.putObject("limits").put("cpu", "100m").put("memory", "256M");
        container.set("securityContext", Executor.hardened().put("readOnlyRootFilesystem", true));
        container.set("volumeMounts", Json.list(List.of(Mounts.mount(Emissary.VOLUME, Emissary.FOLDER), TOKEN_MOUNT)));
        return container;
    }
}
