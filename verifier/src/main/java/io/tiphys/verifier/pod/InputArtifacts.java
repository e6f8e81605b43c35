package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Makes input artifacts appear in the main container. */
final class InputArtifacts {
    private static final String VOLUME = "input-artifacts";
    private static final String FOLDER = "/argo/inputs/artifacts";

    private final PodDraft draft;

    InputArtifacts(PodDraft draft) {
        this.draft = draft;
    }

    boolean isNeeded() {
        return !draft.template.path("inputs").path("artifacts").isEmpty();
    }

    /** Where a container of Argo's or a driver's puts them: the shared folder, or under a mount of the user's. */
    void mountInLoader(ObjectNode loader) {
        Mounts.add(loader, Mounts.mount(VOLUME, FOLDER));
        for (JsonNode mount : MainContainers.declaredMounts(draft.template, draft.type)) {
            if (!Mounts.isOfWindowsNetwork(draft, mount)) {
                Mounts.add(loader, Mounts.mirrored(draft, mount));
            }
        }
    }

    void mountInMain() throws PodException {
        draft.volumes.add(Mounts.emptyDir(VOLUME));
        if (draft.config.isInitless()) {
            mountWhole();
            return;
        }
        List<ObjectNode> mounts = new ArrayList<>();
        List<JsonNode> declared = MainContainers.declaredMounts(draft.template, draft.type);
        for (JsonNode artifact : draft.template.path("inputs").path("artifacts")) {
            String path = draft.resolve(artifact.path("path").asText(""));
            if (path.isEmpty() || isAbsent(Json.name(artifact)) || Mounts.hold(declared, path)) {
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

    /** Main sees the whole folder; Argo's program puts links to it where the artifacts belong. */
    private void mountWhole() throws PodException {
        List<JsonNode> declared = MainContainers.declaredMounts(draft.template, draft.type);
        for (JsonNode artifact : draft.template.path("inputs").path("artifacts")) {
            String path = Mounts.clean(artifact.path("path").asText(""));
            for (JsonNode mount : declared) {
                String inside = Mounts.clean(mount.path("mountPath").asText());
                if (artifact.has("path") && inside.startsWith(path.equals("/") ? path : path + "/")) {
                    throw new PodException(
                            PodRules.ARTIFACT_PATH,
                            artifact.path("path"),
                            "the artifact \"" + Json.name(artifact) + "\" at " + path + " holds the mount " + inside
                                    + ", which a controller with initlessPod refuses");
                }
            }
        }
        draft.mains.stream()
                .filter(container -> Json.name(container).equals("main"))
                .forEach(container -> Mounts.add(container, Mounts.mount(VOLUME, FOLDER)));
    }

    /** Optional, and nobody says where it is. */
    private boolean isAbsent(String name) {
        return draft.artifacts("inputs").stream()
                .filter(artifact -> Json.name(artifact).equals(name))
                .anyMatch(artifact -> artifact.path("optional").booleanValue()
                        && !ArtifactLocation.isComplete(artifact)
                        && !ArtifactLocation.hasKey(artifact)
                        && !artifact.has("from")
                        && !artifact.has("fromExpression"));
    }
}
