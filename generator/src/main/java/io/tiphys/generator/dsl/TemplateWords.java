package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What can be said of any template. Immutable: each word gives a new value.
 *
 * @param <T> the kind of template
 */
public abstract sealed class TemplateWords<T extends TemplateWords<T>> extends Template
        permits PodTemplate,
                ContainerSetTemplate,
                GraphTemplate,
                ResourceTemplate,
                HttpTemplate,
                DataTemplate,
                PluginTemplate,
                SuspendTemplate {
    private final Parts parts;

    TemplateWords(Parts parts) {
        this.parts = parts;
    }

    abstract T copy(Parts changed);

    @Override
    final Parts parts() {
        return parts;
    }

    @Override
    public final String name() {
        return parts.fields()
                .get("name")
                .map(Rendering::json)
                .map(JsonNode::asText)
                .orElse("");
    }

    @Override
    List<Call> calls() {
        return parts.calls();
    }

    @Override
    Fields body(Fields fields, Context context) {
        return fields;
    }

    /** The same under another name: one description for several templates. */
    public final T named(String name) {
        return copy(parts.with(parts.fields().set("name", name)));
    }

    /** Declares inputs; only needed for those that are used nowhere, or only inside a longer text. */
    public final T inputs(TemplateInput... inputs) {
        return copy(parts.with(parts.fields(), (Object[]) inputs));
    }

    /** Declares parameters of the workflow; only needed for those that stand only inside a longer text. */
    public final T parameters(WorkflowParameter... parameters) {
        return copy(parts.with(parts.fields(), (Object[]) parameters));
    }

    /** Declares what the template gives. */
    public final T outputs(TemplateOutput... outputs) {
        return copy(parts.with(parts.fields(), (Object[]) outputs));
    }

    /** Tries again, so many times at most: {@code retryStrategy.limit}. */
    public final T retry(int times) {
        return retry(Retry.times(times));
    }

    /** Tries again: {@code retryStrategy}. */
    public final T retry(Retry retry) {
        return copy(parts.with(
                        parts.fields()
                                .set(
                                        "retryStrategy",
                                        Fields.given("retry", retry).fields()),
                        retry.used())
                .failing(retry.problems()));
    }

    /** The seconds after which it is stopped: {@code activeDeadlineSeconds}. */
    public final T deadline(Object seconds) {
        return set("activeDeadlineSeconds", seconds);
    }

    /** The time that it may take, waiting for a node included: {@code timeout}, such as {@code 10m}. */
    public final T timeout(Object duration) {
        return copy(parts.with(parts.fields().set("timeout", Texts.of("timeout", duration)), duration));
    }

    /** Numbers for Prometheus: {@code metrics.prometheus}. */
    public final T metrics(Metric... metrics) {
        Parts changed = parts;
        for (Metric metric : Texts.given("metrics", metrics)) {
            changed = changed.within("metrics", in -> in.add("prometheus", metric.fields()), metric.used());
        }
        return copy(changed);
    }

    /** Runs at most as many at once as the ConfigMap's key says: {@code synchronization.semaphores}. */
    public final T semaphore(Object configMap, Object key) {
        Fields semaphore = Fields.NONE.set("configMapKeyRef", ConfigMapKey.reference(configMap, key));
        return copy(parts.within("synchronization", in -> in.add("semaphores", semaphore), configMap, key));
    }

    /** Runs only one at once of all with this name: {@code synchronization.mutexes}. */
    public final T mutex(Object name) {
        Fields mutex = Fields.NONE.set("name", Texts.of("name", name));
        return copy(parts.within("synchronization", in -> in.add("mutexes", mutex), name));
    }

    /**
     * Keeps the outputs in a ConfigMap, and takes them from there: {@code memoize}.
     *
     * @param key what the outputs depend on
     * @param maxAge until when they are good: {@code 1h}
     */
    public final T memoize(Object key, Object maxAge, Object configMap) {
        Fields map = Fields.NONE.set("name", Texts.of("configMap", configMap));
        return copy(parts.with(
                parts.fields()
                        .set(
                                "memoize",
                                Fields.NONE
                                        .set("key", Texts.of("key", key))
                                        .set("maxAge", Texts.of("maxAge", maxAge))
                                        .set("cache", Fields.NONE.set("configMap", map))),
                key,
                maxAge,
                configMap));
    }

    /** A label of the pods. */
    public final T podLabel(String key, Object value) {
        return metadata("labels", key, value);
    }

    /** An annotation of the pods. */
    public final T podAnnotation(String key, Object value) {
        return metadata("annotations", key, value);
    }

    private T metadata(String map, String key, Object value) {
        return copy(parts.within(
                "metadata", in -> Texts.nested(in, map, all -> all.set(key, Texts.of(key, value))), value));
    }

    /**
     * Accepts the findings of a rule in this template, for a time: {@code verify} marks them, the cluster denies what it
     * denies.
     *
     * @param rule its id, such as {@code SEC-06}
     * @param reason why
     * @param owner who answers for it
     * @param until the last day on which it holds: {@code 2027-01-31}
     */
    public final T waive(String rule, String reason, String owner, String until) {
        Waivers.Waived waived = Waivers.written(rule, reason, owner, until);
        return copy(parts.failing(waived.problems(parts.waivers().has(rule)))
                .waiving(parts.waivers().with(waived)));
    }

    /** The service account of the pods. */
    public final T serviceAccount(Object name) {
        return set("serviceAccountName", name);
    }

    /** Only on nodes with this label. */
    public final T nodeSelector(String label, Object value) {
        return copy(parts.within("nodeSelector", in -> in.set(label, Texts.of(label, value)), value));
    }

    /** On which nodes, and beside which pods. */
    public final T affinity(Affinity affinity) {
        return set("affinity", affinity);
    }

    /** A taint that the pods put up with; {@code value} empty: whatever it is. Replaces what a GPU would bring. */
    public final T toleration(String key, String value, String effect) {
        return copy(parts.with(parts.fields().add("tolerations", Site.toleration(key, value, effect))));
    }

    /** The priority class of the pods. */
    public final T priorityClass(Object name) {
        return set("priorityClassName", name);
    }

    /** The security of the whole pod. */
    public final T podSecurity(PodSecurityContext security) {
        return set("securityContext", security);
    }

    /** Refuses to run any container of the pod as root, Argo's own too, whatever the images say. */
    public final T nonRoot() {
        return copy(parts.within("securityContext", in -> in.set("runAsNonRoot", true)));
    }

    /** Goes on running beside the later steps until the graph ends. */
    public final T daemon() {
        return set("daemon", true);
    }

    /** How many of a graph or loop run at once. */
    public final T parallelism(long pods) {
        return set("parallelism", pods);
    }

    /** Whether a graph stops at the first failure. */
    public final T failFast(boolean stop) {
        return set("failFast", stop);
    }

    /** Changes the typed model that this becomes, for what the language has no word for. */
    public final T model(UnaryOperator<io.tiphys.model.argo.Template> change) {
        return copy(parts.changing(change));
    }

    final T set(String field, Object value) {
        return copy(parts.set(field, value));
    }
}
