package io.tiphys.verifier.pod;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Argo's {@code init} and {@code wait} beside the user's containers, and what artifacts and scripts need of both. */
final class ArgoContainers {
    private static final String STAGING = "argo-staging";

    private final PodDraft draft;
    private final boolean ownAccount;
    private @Nullable ObjectNode waiting;

    ArgoContainers(PodDraft draft, boolean ownAccount) {
        this.draft = draft;
        this.ownAccount = ownAccount;
    }

    Optional<ObjectNode> waiting() {
        return Optional.ofNullable(waiting);
    }

    void build() {
        Executor executor = new Executor(draft);
        ArtifactSecrets secrets = new ArtifactSecrets(draft);
        ObjectNode init = executor.container("init", List.of("argoexec", "init"));
        draft.initContainers.add(init);
        account(init);
        boolean waits = !draft.type.equals("data") && (!draft.type.equals("resource") || secrets.archivesLogs());
        if (waits) {
            waiting = executor.container("wait", List.of("argoexec", "wait"));
            String names = new ArtifactPlugins(draft)
                    .names("outputs").stream().map("artifact-plugin-"::concat).collect(joining(","));
            Json.listIn(waiting, "env").add(Executor.variable("ARGO_ARTIFACT_PLUGIN_NAMES", names));
            account(waiting);
        }
        if (draft.isExecutorOnly()) {
            draft.mains.forEach(this::account);
        }
        draft.volumes.addAll(secrets.volumes());
        secrets.mount(init);
        if (waiting != null) {
            secrets.mount(waiting);
        }
        if (draft.type.equals("data")) {
            draft.mains.forEach(secrets::mount);
        }
        ArtifactPlugins plugins = new ArtifactPlugins(draft);
        plugins.addVolumes();
        InputArtifacts inputs = new InputArtifacts(draft);
        if (inputs.isNeeded()) {
            inputs.mountInInit(init);
            inputs.mountInMain();
            plugins.addInits();
        }
        if (waiting != null) {
            plugins.addSidecars(waiting, mirrored());
        }
        if (draft.type.equals("script")) {
            draft.volumes.add(Mounts.emptyDir(STAGING));
            Mounts.add(init, Mounts.mount(STAGING, "/argo/staging"));
            draft.mains.forEach(main -> Mounts.add(main, Mounts.mount(STAGING, "/argo/staging")));
        }
        if (waiting != null && !draft.isExecutorOnly()) {
            ObjectNode target = waiting;
            mirrored().forEach(mount -> Mounts.add(target, mount));
        }
        userContainers();
    }

    private void account(ObjectNode container) {
        if (ownAccount) {
            Mounts.add(container, Mounts.readOnly("exec-sa-token", "/var/run/secrets/kubernetes.io/serviceaccount"));
        }
    }

    /** What main sees, writable, under the folder where {@code wait} looks for it. */
    private List<JsonNode> mirrored() {
        return mainMounts().stream()
                .<JsonNode>map(mount -> Mounts.mirrored(draft, mount).without(List.of("readOnly")))
                .toList();
    }

    private List<JsonNode> mainMounts() {
        return draft.mains.stream()
                .filter(container -> Json.name(container).equals("main"))
                .flatMap(container -> Json.items(container.path("volumeMounts")).stream())
                .toList();
    }

    private void userContainers() {
        for (JsonNode container : draft.template.path("initContainers")) {
            draft.initContainers.add(user(container));
        }
        for (JsonNode container : draft.template.path("sidecars")) {
            draft.sidecars.add(user(container));
        }
    }

    private ObjectNode user(JsonNode written) {
        ObjectNode container = new MainContainers(draft).container(written);
        if (written.path("mirrorVolumeMounts").booleanValue()) {
            mainMounts().forEach(mount -> Mounts.add(container, mount));
        }
        return container;
    }
}
