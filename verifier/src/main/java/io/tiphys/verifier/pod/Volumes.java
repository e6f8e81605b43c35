package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The volumes that the user's containers mount. */
final class Volumes {
    private final PodDraft draft;

    Volumes(PodDraft draft) {
        this.draft = draft;
    }

    void addOwn() {
        draft.config.kubeConfig().ifPresent(kubeConfig -> draft.volumes.add(kubeConfig.volume()));
        draft.volumes.add(Mounts.emptyDir("var-run-argo"));
        draft.volumes.add(Mounts.emptyDir("tmp-dir-argo"));
        draft.volumes.addAll(Json.items(draft.template.path("volumes")));
        if (draft.config.isInitless()) {
            draft.volumes.add(Emissary.binaryVolume(draft.config));
        }
    }

    void addReferenced() throws PodException {
        List<JsonNode> mounts = new ArrayList<>(MainContainers.declaredMounts(draft.template, draft.type));
        for (String list : List.of("initContainers", "sidecars")) {
            for (JsonNode container : draft.template.path(list)) {
                mounts.addAll(Json.items(container.path("volumeMounts")));
            }
        }
        for (JsonNode mount : mounts) {
            add(mount);
        }
    }

    private void add(JsonNode mount) throws PodException {
        String name = draft.resolve(Json.name(mount));
        Optional<JsonNode> volume = Json.named(draft.template.path("volumes"), name)
                .or(() -> Json.named(draft.spec.path("volumes"), name))
                .or(() -> claim(name));
        if (volume.isEmpty()) {
            throw new PodException(
                    PodRules.VOLUME,
                    mount.path("name"),
                    "volume \"" + name + "\" is mounted at "
                            + mount.path("mountPath").asText()
                            + ", but neither the template nor the workflow declares it");
        }
        if (draft.volumes.stream().noneMatch(known -> Json.name(known).equals(name))) {
            draft.volumes.add(volume.get());
        }
    }

    private Optional<JsonNode> claim(String name) {
        for (JsonNode claim : draft.spec.path("volumeClaimTemplates")) {
            if (Json.name(claim.path("metadata")).equals(name)) {
                ObjectNode volume = Json.object();
                volume.put("name", name);
                String workflow = draft.inputs.value("workflow.name").orElse("{{workflow.name}}");
                volume.putObject("persistentVolumeClaim").put("claimName", workflow + "-" + name);
                draft.origins.copied(volume, claim);
                return Optional.of(volume);
            }
        }
        return Optional.empty();
    }
}
