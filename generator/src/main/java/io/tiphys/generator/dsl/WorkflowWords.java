package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What can be said of any manifest with a workflow's spec. Immutable: each word gives a new value.
 *
 * @param <T> the kind of manifest
 */
public abstract sealed class WorkflowWords<T extends WorkflowWords<T>> extends Manifest
        permits WorkflowManifest, CronManifest {
    private final WorkflowParts parts;

    WorkflowWords(WorkflowParts parts) {
        this.parts = parts;
    }

    abstract T copy(WorkflowParts changed);

    /** The spec of the object, around that of the workflow. */
    abstract Slot spec(Slot workflowSpec);

    final WorkflowParts parts() {
        return parts;
    }

    /** The name shown in lists. */
    public final T title(String title) {
        return annotation("workflows.argoproj.io/title", title);
    }

    /** What it does, for whoever chooses a template; Markdown is allowed. */
    public final T description(String text) {
        return annotation("workflows.argoproj.io/description", text);
    }

    /** A label of the object. */
    public final T label(String key, Object value) {
        return copy(parts.label(key, value));
    }

    /** An annotation of the object. */
    public final T annotation(String key, Object value) {
        return copy(parts.annotation(key, value));
    }

    /**
     * Accepts the findings of a rule in the whole manifest, for a time: {@code verify} marks them, the cluster denies what
     * it denies.
     *
     * @param rule its id, such as {@code LIFE-01}
     * @param reason why
     * @param owner who answers for it
     * @param until the last day on which it holds: {@code 2027-01-31}
     */
    public final T waive(String rule, String reason, String owner, String until) {
        Waivers.Waived waived = Waivers.written(rule, reason, owner, until);
        WorkflowParts changed = parts;
        for (Problem problem :
                waived.problems(parts.annotations().get(waived.annotation()).isPresent())) {
            changed = changed.failing(problem);
        }
        return copy(changed.annotation(waived.annotation(), waived.json().toString()));
    }

    /** The namespace; without it that of whoever applies the manifest. */
    public final T namespace(String namespace) {
        return copy(parts.metadata(parts.metadata().set("namespace", namespace)));
    }

    /** The template that runs first, with arguments or without; it and all that it calls become templates here. */
    public final T entrypoint(Callable callable) {
        Call call = Fields.given("entrypoint", callable).call();
        return copy(inner("The entrypoint", call).entry(call));
    }

    /** A further template, and all that it calls. */
    public final T template(Template template) {
        return copy(parts.root(Fields.given("template", template).call()));
    }

    /** Runs when the workflow ends, however it ends: {@code onExit}, or {@code hooks.exit} if it has arguments. */
    public final T onExit(Callable callable) {
        Call call = Fields.given("onExit", callable).call();
        if (call.target() instanceof Template template && call.arguments().isEmpty()) {
            WorkflowParts rooted = parts.root(call);
            return copy(rooted.spec(rooted.spec().set("onExit", template.name())));
        }
        return copy(parts.hook(new WorkflowParts.Hook("exit", Fields.NONE, call)));
    }

    /** Runs as soon as the condition holds: {@code hooks}. */
    public final T hook(String name, Condition condition, Callable callable) {
        Call call = Fields.given("hook", callable).call();
        String event = Fields.given("the name of a hook", name);
        WorkflowParts hooked = parts.hook(new WorkflowParts.Hook(
                event,
                Fields.NONE.set("expression", Fields.given("hook", condition).expr()),
                call));
        return copy(hooked.spec(hooked.spec(), condition));
    }

    /** Declares parameters of the workflow; only needed for those that no template uses whole. */
    public final T parameters(WorkflowParameter... parameters) {
        return copy(parts.spec(parts.spec(), (Object[]) parameters));
    }

    /** What all templates have unless they say otherwise: {@code templateDefaults}. */
    public final T templateDefaults(UnaryOperator<io.tiphys.model.argo.Template> defaults) {
        return set(
                "templateDefaults",
                Fields.given("templateDefaults", defaults).apply(io.tiphys.model.argo.Template.of()));
    }

    /** The spec of a WorkflowTemplate or ClusterWorkflowTemplate, for what is not said here. */
    public final T workflowTemplateRef(WorkflowManifest manifest) {
        if (Fields.given("workflowTemplateRef", manifest).kind() == WorkflowKind.WORKFLOW) {
            throw new IllegalArgumentException("\"" + manifest.name()
                    + "\" is a Workflow; only a WorkflowTemplate or ClusterWorkflowTemplate can be referred to");
        }
        Fields reference = Fields.NONE.set("name", manifest.name());
        return set(
                "workflowTemplateRef",
                manifest.kind() == WorkflowKind.CLUSTER_WORKFLOW_TEMPLATE
                        ? reference.set("clusterScope", true)
                        : reference);
    }

    /** How many pods of the run there are at once. */
    public final T parallelism(long pods) {
        return set("parallelism", pods);
    }

    /** The seconds after which the run is stopped: {@code activeDeadlineSeconds}. */
    public final T deadline(long seconds) {
        return set("activeDeadlineSeconds", seconds);
    }

    /** The service account of the pods. */
    public final T serviceAccount(Object name) {
        return set("serviceAccountName", name);
    }

    /** Deletes the run these seconds after its end: {@code ttlStrategy.secondsAfterCompletion}. */
    public final T deleteAfter(int seconds) {
        return set("ttlStrategy", Fields.NONE.set("secondsAfterCompletion", seconds));
    }

    /** The same, told apart by how it ended. */
    public final T deleteAfter(int completion, int success, int failure) {
        return set(
                "ttlStrategy",
                Fields.NONE
                        .set("secondsAfterCompletion", completion)
                        .set("secondsAfterSuccess", success)
                        .set("secondsAfterFailure", failure));
    }

    /** When pods are deleted: {@code OnPodSuccess}, {@code OnWorkflowCompletion}, …: {@code podGC.strategy}. */
    public final T deletePods(String strategy) {
        return set("podGC", Fields.NONE.set("strategy", strategy));
    }

    /** A label of all pods. */
    public final T podLabel(String key, Object value) {
        return podMetadata("labels", key, value);
    }

    /** An annotation of all pods. */
    public final T podAnnotation(String key, Object value) {
        return podMetadata("annotations", key, value);
    }

    private T podMetadata(String map, String key, Object value) {
        return within("podMetadata", in -> Texts.nested(in, map, all -> all.set(key, Texts.of(key, value))), value);
    }

    /** Only on nodes with this label. */
    public final T nodeSelector(String label, Object value) {
        return within("nodeSelector", in -> in.set(label, Texts.of(label, value)), value);
    }

    /** On which nodes, and beside which pods. */
    public final T affinity(Affinity affinity) {
        return set("affinity", affinity);
    }

    /** A taint that all pods put up with; {@code value} empty: whatever it is. */
    public final T toleration(String key, String value, String effect) {
        return copy(parts.spec(parts.spec().add("tolerations", Site.toleration(key, value, effect))));
    }

    /** The security of all pods; replaces what the site says. */
    public final T podSecurity(PodSecurityContext security) {
        return set("securityContext", security);
    }

    /** A Secret with which images are pulled. */
    public final T imagePullSecret(String name) {
        return copy(parts.spec(parts.spec().add("imagePullSecrets", Fields.NONE.set("name", name))));
    }

    /** Numbers for Prometheus about the whole run. */
    public final T metrics(Metric... metrics) {
        WorkflowParts changed = parts;
        for (Metric metric : Texts.given("metrics", metrics)) {
            Fields spec = Texts.nested(changed.spec(), "metrics", in -> in.add("prometheus", metric.fields()));
            changed = changed.spec(spec, metric.used());
        }
        return copy(changed);
    }

    /** Tries the whole run again. */
    public final T retry(Retry retry) {
        WorkflowParts changed = parts.spec(
                parts.spec().set("retryStrategy", Fields.given("retry", retry).fields()), retry.used());
        for (Problem problem : retry.problems()) {
            changed = changed.failing(problem);
        }
        return copy(changed);
    }

    /** Runs at most as many at once as the ConfigMap's key says: {@code synchronization.semaphores}. */
    public final T semaphore(Object configMap, Object key) {
        Fields semaphore = Fields.NONE.set("configMapKeyRef", ConfigMapKey.reference(configMap, key));
        return within("synchronization", in -> in.add("semaphores", semaphore), configMap, key);
    }

    /** Runs only one at once of all with this name: {@code synchronization.mutexes}. */
    public final T mutex(Object name) {
        Fields mutex = Fields.NONE.set("name", Texts.of("name", name));
        return within("synchronization", in -> in.add("mutexes", mutex), name);
    }

    /** Changes the typed model of the spec, for what the language has no word for. */
    public final T spec(UnaryOperator<WorkflowSpec> change) {
        return copy(parts.changing(change));
    }

    private T set(String field, Object value) {
        return copy(parts.spec(parts.spec().set(field, Texts.plain(field, value)), value));
    }

    private T within(String field, UnaryOperator<Fields> change, Object... used) {
        return copy(parts.spec(Texts.nested(parts.spec(), field, change), used));
    }

    private WorkflowParts inner(String what, Call call) {
        return call.target() instanceof Template
                ? parts
                : parts.failing(Problem.here(
                        DefinitionRules.ELSEWHERE, what + " of \"" + name() + "\" is a template of another manifest"));
    }

    @Override
    public final String name() {
        return parts.metadata()
                .get("name")
                .or(() -> parts.metadata().get("generateName"))
                .map(Rendering::json)
                .map(JsonNode::asText)
                .orElse("");
    }

    final WorkflowKind kind() {
        return parts.kind();
    }

    @Override
    public final Rendering.Rendered render() {
        return new WorkflowRendering(parts).render(this::spec);
    }

    @Override
    public final List<Finding> findings() {
        return new ManifestCheck(parts).check();
    }
}
