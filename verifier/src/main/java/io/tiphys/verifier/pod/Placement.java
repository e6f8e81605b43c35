package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the pod runs, as whom, for how long; its labels and annotations. */
final class Placement {
    private static final String ARGO = "workflows.argoproj.io/";

    private final PodDraft draft;

    Placement(PodDraft draft) {
        this.draft = draft;
    }

    void apply() throws PodException {
        ObjectNode pod = draft.podSpec;
        pod.put("restartPolicy", "Never");
        deadline();
        for (String field : List.of("imagePullSecrets", "hostNetwork", "dnsPolicy", "dnsConfig")) {
            set(field, draft.spec.path(field));
        }
        for (String field : List.of("nodeSelector", "affinity", "tolerations")) {
            set(field, inherited(field));
        }
        set("schedulerName", draft.templateOrSpec("schedulerName"));
        set(
                "priorityClassName",
                Json.isSet(draft.template.path("priorityClassName"))
                        ? draft.template.path("priorityClassName")
                        : draft.spec.path("podPriorityClassName"));
        set("securityContext", presentOr("securityContext"));
        set("resources", presentOr("podResources"));
        set("resourceClaims", draft.templateOrSpec("resourceClaims"));
        List<JsonNode> aliases = new ArrayList<>(Json.items(draft.spec.path("hostAliases")));
        aliases.addAll(Json.items(draft.template.path("hostAliases")));
        if (!aliases.isEmpty()) {
            pod.set("hostAliases", Json.list(aliases));
        }
        set("serviceAccountName", draft.templateOrSpec("serviceAccountName"));
        token();
    }

    private void set(String field, JsonNode value) {
        if (Json.isPresent(value)) {
            draft.podSpec.set(field, value);
        }
    }

    private JsonNode presentOr(String field) {
        return Json.isPresent(draft.template.path(field)) ? draft.template.path(field) : draft.spec.path(field);
    }

    private void deadline() {
        JsonNode own = draft.template.path("activeDeadlineSeconds");
        if (Json.isPresent(own)) {
            draft.podSpec.set("activeDeadlineSeconds", own);
        } else if (!draft.call.onExit()) {
            set("activeDeadlineSeconds", draft.spec.path("activeDeadlineSeconds"));
        }
    }

    /** Of the template, the one that calls it and the spec, the first that sets anything. */
    private JsonNode inherited(String field) {
        Optional<JsonNode> boundary =
                draft.call.boundary().map(template -> template.path(field)).filter(Json::isSet);
        return Json.isSet(draft.template.path(field))
                ? draft.template.path(field)
                : boundary.orElse(draft.spec.path(field));
    }

    private void token() throws PodException {
        JsonNode mounted = presentOr("automountServiceAccountToken");
        if (mounted.isBoolean() && !mounted.booleanValue()) {
            draft.podSpec.set("automountServiceAccountToken", mounted);
            if (executorAccount().isEmpty()) {
                throw new PodException(
                        PodRules.TOKEN,
                        mounted,
                        "automountServiceAccountToken is false, but executor.serviceAccountName is not set");
            }
        }
    }

    /** The service account of Argo's own containers, if it is another one than the pod's. */
    String executorAccount() {
        JsonNode own = draft.template.path("executor").path("serviceAccountName");
        return Json.isSet(own)
                ? own.asText()
                : draft.spec.path("executor").path("serviceAccountName").asText("");
    }

    void metadata() {
        ObjectNode labels = draft.metadata.putObject("labels");
        labels.put(ARGO + "workflow", draft.inputs.value("workflow.name").orElse("{{workflow.name}}"));
        labels.put(ARGO + "completed", "false");
        if (draft.call.onExit()) {
            labels.put(ARGO + "on-exit", "true");
        }
        ObjectNode annotations = draft.metadata.putObject("annotations");
        annotations.put("kubectl.kubernetes.io/default-container", defaultContainer());
        annotations.put(ARGO + "node-name", draft.run.text("node.name"));
        annotations.put(ARGO + "node-id", draft.run.text("node.id"));
        annotations.put(ARGO + "trace-id", draft.run.text("trace.id"));
        annotations.put(ARGO + "span-id", draft.run.text("span.id"));
        collection().ifPresent(strategy -> annotations.put(ARGO + "pod-gc-strategy", strategy));
        for (JsonNode from : List.of(draft.spec.path("podMetadata"), draft.template.path("metadata"))) {
            from.path("labels").properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
            from.path("annotations").properties().forEach(note -> annotations.set(note.getKey(), note.getValue()));
        }
    }

    private String defaultContainer() {
        List<ObjectNode> mains = draft.mains;
        boolean main = mains.isEmpty()
                || mains.stream().anyMatch(container -> Json.name(container).equals("main"));
        return main ? "main" : Json.name(mains.get(mains.size() - 1));
    }

    private Optional<String> collection() {
        JsonNode settings = draft.spec.path("podGC");
        if (!settings.isObject()) {
            return Optional.empty();
        }
        String strategy = settings.path("strategy").asText("");
        String delay = Durations.go(settings.path("deleteDelayDuration").asText("5s"));
        return Optional.of(strategy + "/" + delay);
    }

    /** {@code timeout} replaces every other deadline, and is applied last. */
    static void timeout(PodDraft draft, ObjectNode podSpec) {
        JsonNode timeout = draft.template.path("timeout");
        Durations.seconds(timeout.asText("")).ifPresent(seconds -> {
            JsonNode before = podSpec.path("activeDeadlineSeconds");
            if (before.isNumber() && before.asLong() < seconds) {
                draft.warnings.add(new PodException(
                        PodRules.TIMEOUT,
                        timeout,
                        "the timeout of " + seconds + " s replaces activeDeadlineSeconds: " + before.asLong()
                                + ", so the pod may run longer than that"));
            }
            podSpec.put("activeDeadlineSeconds", seconds);
        });
    }
}
