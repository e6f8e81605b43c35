package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.ArrayList;
import java.util.List;

/** Makes the pod of one call, step by step in the controller's order. */
final class PodBuilder {
    private static final ApiType POD = ApiSchema.get().kubernetesType("Pod").orElseThrow();

    private final PodDraft draft;

    PodBuilder(PodDraft draft) {
        this.draft = draft;
    }

    ObjectNode build() throws PodException {
        new MainContainers(draft).add();
        Placement placement = new Placement(draft);
        placement.apply();
        placement.metadata();
        Volumes volumes = new Volumes(draft);
        volumes.addOwn();
        String account = draft.executorAccount();
        if (!account.isEmpty()) {
            ObjectNode token = Json.object();
            token.put("name", "exec-sa-token");
            token.putObject("secret").put("secretName", account + ".service-account-token");
            draft.volumes.add(token);
        }
        volumes.addReferenced();
        ArgoContainers argo = new ArgoContainers(draft);
        argo.build();
        assemble(argo);
        return patched(substituted(), argo.waiting().isPresent());
    }

    private void assemble(ArgoContainers argo) throws PodException {
        List<ObjectNode> containers = new ArrayList<>();
        argo.waiting().ifPresent(containers::add);
        containers.addAll(draft.mains);
        containers.addAll(draft.sidecars);
        containers.addAll(draft.plugins);
        Environment environment = new Environment(draft);
        for (ObjectNode container : draft.initContainers) {
            environment.addTo(container, true);
            Mounts.add(container, Mounts.mount(Emissary.VOLUME, Emissary.FOLDER));
        }
        for (ObjectNode container : containers) {
            environment.addTo(container, false);
            boolean supervises = Json.name(container).equals("supervisor");
            boolean alone = argo.waiting().isEmpty() && Json.name(container).equals("main");
            if (draft.config.isInitless() && (supervises || alone)) {
                Environment.addTemplate(container);
            }
        }
        draft.podSpec.set("initContainers", Json.list(draft.initContainers));
        draft.podSpec.set("containers", Json.list(containers));
        draft.podSpec.set("volumes", Json.list(draft.volumes));
    }

    private ObjectNode substituted() throws PodException {
        ObjectNode pod = Json.object();
        pod.put("apiVersion", "v1");
        pod.put("kind", "Pod");
        draft.metadata.put("name", draft.run.text("pod.name"));
        draft.metadata.put("namespace", draft.inputs.value("workflow.namespace").orElse("{{workflow.namespace}}"));
        pod.set("metadata", draft.metadata);
        pod.set("spec", draft.podSpec);
        ObjectNode replaced = new Substitution(draft.inputs, draft.origins).applyTo(pod);
        Integers.fix(replaced.withObjectProperty("spec"), "activeDeadlineSeconds", draft.origins);
        try {
            return new TypedJson(draft.origins::copied).withTags().normalise(replaced, POD);
        } catch (TypeException e) {
            throw new PodException(
                    PodRules.DEFAULTS,
                    Workflow.nearest(replaced, e.path()),
                    "the pod has a wrong type at " + e.path() + ": " + e.getMessage());
        }
    }

    private ObjectNode patched(ObjectNode pod, boolean waits) throws PodException {
        ObjectNode result = new SpecPatches(draft.origins, draft::resolve, draft.warnings::add)
                .apply(
                        pod.withObjectProperty("spec"),
                        List.of(draft.spec.path("podSpecPatch"), draft.template.path("podSpecPatch")));
        new Emissary(draft.config)
                .finish(
                        result,
                        waits,
                        !new ArtifactPlugins(draft).names("outputs").isEmpty());
        Offload.apply(draft, result);
        List<String> hosts = draft.run
                .value("lastRetry.hosts")
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
        RetryAffinity.apply(draft.retryStrategy(), hosts, result);
        Placement.timeout(draft, result);
        pod.set("spec", result);
        pod.remove("status");
        return pod;
    }
}
