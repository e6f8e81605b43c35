package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.pod.merge.StrategicMerge;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.List;
import java.util.Set;

/** The containers that do the template's work. */
final class MainContainers {
    private static final ApiType CONTAINER =
            ApiSchema.get().kubernetesType("Container").orElseThrow();
    private static final ApiType DATA = ApiSchema.get().argoType("Data").orElseThrow();
    private static final Set<String> NOT_OF_A_CONTAINER = Set.of("source", "dependencies", "mirrorVolumeMounts");

    private final PodDraft draft;

    MainContainers(PodDraft draft) {
        this.draft = draft;
    }

    void add() throws PodException {
        JsonNode work = draft.template.path(draft.type);
        switch (draft.type) {
            case "container" -> main(container(work));
            case "script" -> main(script(work));
            case "containerSet" -> {
                for (JsonNode member : work.path("containers")) {
                    draft.mains.add(withDefaults(member(work, member)));
                }
            }
            case "resource" ->
                main(new Executor(draft)
                        .container(
                                "main",
                                List.of(
                                        "argoexec",
                                        "resource",
                                        work.path("action").asText())));
            default -> main(new Executor(draft).container("main", List.of("argoexec", "data", data(work))));
        }
    }

    private void main(ObjectNode container) throws PodException {
        container.put("name", "main");
        draft.mains.add(withDefaults(container));
    }

    /** The fields of Kubernetes' container only. */
    ObjectNode container(JsonNode userContainer) {
        ObjectNode container = draft.copy(userContainer);
        container.remove(NOT_OF_A_CONTAINER);
        return container;
    }

    private ObjectNode script(JsonNode script) {
        ObjectNode container = container(script);
        if (Json.isSet(script.path("source"))) {
            Json.listIn(container, "args").add("/argo/staging/script");
        }
        return container;
    }

    private ObjectNode member(JsonNode set, JsonNode member) {
        ObjectNode container = container(member);
        if (Json.isSet(set.path("volumeMounts"))) {
            Json.listIn(container, "volumeMounts").addAll(Json.items(set.path("volumeMounts")));
        }
        return container;
    }

    private static String data(JsonNode data) {
        return Json.go(ApiSchema.get().ordered((ObjectNode) data, DATA));
    }

    private ObjectNode withDefaults(ObjectNode container) throws PodException {
        ObjectNode settings = Json.copy(draft.config.mainContainer());
        settings.remove("name");
        if (settings.isEmpty()) {
            return container;
        }
        try {
            TypedJson json = new TypedJson(draft.origins::copied);
            ObjectNode base = json.normalise(settings, CONTAINER);
            base.remove("name");
            JsonNode merged =
                    StrategicMerge.apply(base, json.normalise(container, CONTAINER), CONTAINER, draft.origins::copied);
            return json.normalise(merged, CONTAINER);
        } catch (MergeException | TypeException e) {
            throw new PodException(
                    PodRules.DEFAULTS,
                    container,
                    "the controller's mainContainer cannot be merged under the container: " + e.getMessage());
        }
    }

    /** The mounts that the user wrote for the main containers. */
    static List<JsonNode> declaredMounts(ObjectNode template, String type) {
        JsonNode mounts = template.path(type).path("volumeMounts");
        return Json.items(mounts);
    }
}
