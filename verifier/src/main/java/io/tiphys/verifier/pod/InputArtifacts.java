package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Makes input artifacts appear in the main container. */
final class InputArtifacts {
    private static final String VOLUME = "input-artifacts";

    private final PodDraft draft;

    InputArtifacts(PodDraft draft) {
        this.draft = draft;
    }

    boolean isNeeded() {
        return !draft.template.path("inputs").path("artifacts").isEmpty();
    }

    void mountInInit(ObjectNode init) {
        Mounts.add(init, Mounts.mount(VOLUME, "/argo/inputs/artifacts"));
        for (JsonNode mount : MainContainers.declaredMounts(draft.template, draft.type)) {
            Mounts.add(init, Mounts.mirrored(draft, mount));
        }
    }

    void mountInMain() {
        draft.volumes.add(Mounts.emptyDir(VOLUME));
        List<ObjectNode> mounts = new ArrayList<>();
        List<JsonNode> declared = MainContainers.declaredMounts(draft.template, draft.type);
        for (JsonNode artifact : draft.template.path("inputs").path("artifacts")) {
            String path = draft.resolve(artifact.path("path").asText(""));
            if (path.isEmpty() || isAbsent(artifact) || Mounts.hold(declared, path)) {
                continue;
            }
            ObjectNode mount = Mounts.mount(VOLUME, Mounts.clean(path));
            mount.put("subPath", Json.name(artifact));
            draft.origins.copied(mount, artifact);
            mounts.add(mount);
        }
        for (ObjectNode container : draft.mains) {
            if (Json.name(container).equals("main")) {
                mounts.forEach(mount -> Mounts.add(container, mount));
            }
        }
    }

    /** Optional, and nobody says where it is. */
    private boolean isAbsent(JsonNode artifact) {
        if (!artifact.path("optional").booleanValue() || hasPlace(artifact)) {
            return false;
        }
        return draft.call.artifacts().stream()
                .noneMatch(argument -> Json.name(argument).equals(Json.name(artifact)) && hasPlace(argument));
    }

    private static boolean hasPlace(JsonNode artifact) {
        return ArgumentJoin.LOCATIONS.stream().anyMatch(kind -> hasKey(kind, artifact.path(kind)))
                || artifact.has("from")
                || artifact.has("fromExpression");
    }

    private static boolean hasKey(String kind, JsonNode location) {
        return switch (kind) {
            case "s3", "gcs", "oss" -> Json.isSet(location.path("key"));
            case "azure" -> Json.isSet(location.path("blob"));
            case "hdfs" -> Json.isSet(location.path("path"));
            default -> location.isObject();
        };
    }
}
