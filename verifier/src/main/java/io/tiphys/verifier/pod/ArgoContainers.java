package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Argo's containers beside the user's, and what artifacts and scripts need of both: {@code init} and {@code wait}; where the
 * controller makes pods without {@code init}, one {@code supervisor} that does the work of both.
 */
final class ArgoContainers {
    private static final String STAGING = "argo-staging";

    private final PodDraft draft;
    private final boolean initless;
    private @Nullable ObjectNode waiting;

    ArgoContainers(PodDraft draft) {
        this.draft = draft;
        this.initless = draft.config.isInitless();
    }

    /** Whether a container is Argo's own, that does not get the user's command. */
    static boolean isArgos(String name) {
        return name.equals("wait") || name.equals("supervisor") || name.startsWith("artifact-plugin-");
    }

    Optional<ObjectNode> waiting() {
        return Optional.ofNullable(waiting);
    }

    void build() throws PodException {
        if (waits()) {
            waiting = initless ? supervisor() : executor("wait");
        }
        Optional<ObjectNode> staging = waiting();
        if (!initless) {
            ObjectNode init = executor("init");
            draft.initContainers.add(init);
            staging = Optional.of(init);
        }
        secrets(staging);
        ArtifactPlugins plugins = new ArtifactPlugins(draft);
        plugins.addVolumes();
        InputArtifacts inputs = new InputArtifacts(draft);
        if (!initless) {
            plugins.addInits();
        }
        if (inputs.isNeeded()) {
            List<ObjectNode> loaders = new ArrayList<>(draft.initContainers);
            waiting().filter(container -> initless).ifPresent(loaders::add);
            loaders.forEach(inputs::mountInLoader);
            inputs.mountInMain();
        }
        if (draft.type.equals("script")) {
            draft.volumes.add(Mounts.emptyDir(STAGING));
            staging.ifPresent(container -> Mounts.add(container, Mounts.mount(STAGING, "/argo/staging")));
            draft.mains.forEach(main -> Mounts.add(main, Mounts.mount(STAGING, "/argo/staging")));
        }
        userContainers();
        plugins.addSidecars(waiting());
        if (!draft.isExecutorOnly()) {
            waiting().ifPresent(this::mirror);
            draft.plugins.forEach(this::mirror);
        }
    }

    private boolean waits() {
        return switch (draft.type) {
            case "data" -> false;
            case "resource" ->
                Archive.of(draft).archivesLogs()
                        || (initless && draft.template.path("resource").has("manifestFrom"));
            default -> true;
        };
    }

    private ObjectNode executor(String name) {
        return new Executor(draft).container(name, List.of("argoexec", name));
    }

    private ObjectNode supervisor() {
        ObjectNode container = executor("supervisor");
        Json.listIn(container, "env").add(Executor.variable("ARGO_INITLESS_POD", "true"));
        return container;
    }

    private void secrets(Optional<ObjectNode> staging) {
        ArtifactSecrets secrets = new ArtifactSecrets(draft);
        draft.volumes.addAll(secrets.volumes());
        staging.ifPresent(secrets::mount);
        if (!initless) {
            waiting().ifPresent(secrets::mount);
        }
        if (draft.type.equals("data")) {
            draft.mains.forEach(secrets::mount);
        }
    }

    /** Shows main's mounts, writable, to a container of Argo's, under the folder where it looks for them. */
    private void mirror(ObjectNode container) {
        for (JsonNode mount : mainMounts()) {
            ObjectNode copy = Mounts.mirrored(draft, mount);
            copy.remove("readOnly");
            boolean isThere = Json.items(container.path("volumeMounts")).stream()
                    .anyMatch(other -> other.path("mountPath").equals(copy.path("mountPath")));
            if (!isThere && !Mounts.isOfWindowsNetwork(draft, mount)) {
                Mounts.add(container, copy);
            }
        }
    }

    private List<JsonNode> mainMounts() {
        return draft.mains.stream()
                .filter(container -> Json.name(container).equals("main"))
                .findFirst()
                .map(container -> Json.items(container.path("volumeMounts")))
                .orElse(List.of());
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
