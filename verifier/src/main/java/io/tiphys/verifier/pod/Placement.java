package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Where the pod runs, as whom, for how long; its labels and annotations. */
final class Placement {
    private static final String ARGO = "workflows.argoproj.io/";
    /** Of a timeout of so many seconds, some time has passed when the pod is made, and one second left is too few. */
    private static final long SHORTEST = 2;

    private static final String DEADLINE = "activeDeadlineSeconds";
    private static final Set<String> DEBUGGING = Set.of("ARGO_DEBUG_PAUSE_BEFORE", "ARGO_DEBUG_PAUSE_AFTER");

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
        set("nodeSelector", inherited("nodeSelector", Json::isSet));
        set("affinity", inherited("affinity", Json::isPresent));
        set("tolerations", inherited("tolerations", Json::isSet));
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

    /** The template's or what is left of the workflow's, whichever comes first; none if somebody wants to debug. */
    private void deadline() {
        JsonNode own = draft.template.path("activeDeadlineSeconds");
        JsonNode workflows = draft.spec.path("activeDeadlineSeconds");
        boolean debugged = draft.mains.stream()
                .flatMap(container -> Json.items(container.path("env")).stream())
                .anyMatch(variable -> DEBUGGING.contains(Json.name(variable)));
        if (debugged) {
            return;
        }
        if (draft.call.onExit() || !Json.isPresent(workflows)) {
            set(DEADLINE, own);
        } else {
            OptionalLong seconds = Integers.of(own);
            boolean isOpen = Json.isPresent(own) && seconds.isEmpty();
            boolean isShorter = seconds.isPresent()
                    && seconds.getAsLong() < Integers.of(workflows).orElse(Long.MAX_VALUE);
            set(DEADLINE, isOpen || isShorter ? own : workflows);
        }
    }

    /** Of the template, the one that calls it and the spec, the first that sets it. */
    private JsonNode inherited(String field, Predicate<JsonNode> isSet) {
        Optional<JsonNode> boundary =
                draft.call.boundary().map(template -> template.path(field)).filter(isSet);
        return isSet.test(draft.template.path(field))
                ? draft.template.path(field)
                : boundary.orElse(draft.spec.path(field));
    }

    private void token() throws PodException {
        JsonNode mounted = presentOr("automountServiceAccountToken");
        if (mounted.isBoolean() && !mounted.booleanValue()) {
            draft.podSpec.set("automountServiceAccountToken", mounted);
            if (draft.executorAccount().isEmpty()) {
                throw new PodException(
                        PodRules.TOKEN,
                        mounted,
                        "automountServiceAccountToken is false, but executor.serviceAccountName is not set");
            }
        }
    }

    void metadata() {
        ObjectNode labels = draft.metadata.putObject("labels");
        labels.put(ARGO + "workflow", draft.inputs.value("workflow.name").orElse("{{workflow.name}}"));
        labels.put(ARGO + "completed", "false");
        draft.config.instance().ifPresent(instance -> labels.put(ARGO + "controller-instanceid", instance));
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
        String delay =
                Durations.go(settings.path("deleteDelayDuration").asText()).orElse(draft.config.podDeletionDelay());
        return Optional.of(strategy + "/" + delay);
    }

    /** {@code timeout} replaces every other deadline, and is applied last. */
    static void timeout(PodDraft draft, ObjectNode podSpec) throws PodException {
        JsonNode timeout = draft.template.path("timeout");
        OptionalLong given = Durations.seconds(timeout.asText(""));
        if (given.isPresent()) {
            long seconds = given.getAsLong();
            if (seconds <= SHORTEST) {
                throw new PodException(
                        PodRules.TIMEOUT_SHORT,
                        timeout,
                        "the timeout of " + timeout.asText() + " is over when the pod is made, so it never is");
            }
            JsonNode before = podSpec.path("activeDeadlineSeconds");
            if (before.isNumber() && before.asLong() < seconds) {
                draft.warnings.add(new PodException(
                        PodRules.TIMEOUT,
                        timeout,
                        "the timeout of " + seconds + " s replaces activeDeadlineSeconds: " + before.asLong()
                                + ", so the pod may run longer than that"));
            }
            LongNode result = new LongNode(seconds);
            draft.origins.copied(result, timeout);
            podSpec.set(DEADLINE, result);
        }
    }
}
