package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The defaults of a facility, given to every template class. Immutable. */
public final class Site {
    /** Without a line: nobody wrote it. */
    private static final Fields NON_ROOT =
            Fields.NONE.put("runAsNonRoot", new Slot(new Slot.Json(BooleanNode.TRUE), Optional.empty()));

    private static final Site DEFAULTS = new Site(Fields.NONE, Fields.NONE, NON_ROOT, List.of(), "", "", List.of());

    private final Fields labels;
    private final Fields annotations;
    private final Fields podSecurity;
    private final List<Fields> gpuTolerations;
    private final String storageClass;
    private final String annotationPrefix;
    private final List<UnaryOperator<WorkflowSpec>> changes;

    private Site(
            Fields labels,
            Fields annotations,
            Fields podSecurity,
            List<Fields> gpuTolerations,
            String storageClass,
            String annotationPrefix,
            List<UnaryOperator<WorkflowSpec>> changes) {
        this.labels = labels;
        this.annotations = annotations;
        this.podSecurity = podSecurity;
        this.gpuTolerations = List.copyOf(gpuTolerations);
        this.storageClass = storageClass;
        this.annotationPrefix = annotationPrefix;
        this.changes = List.copyOf(changes);
    }

    /** What is good everywhere: no container runs as root. */
    public static Site defaults() {
        return DEFAULTS;
    }

    /** A label of every manifest. */
    public Site label(String key, String value) {
        Fields more = labels.set(key, value);
        return new Site(more, annotations, podSecurity, gpuTolerations, storageClass, annotationPrefix, changes);
    }

    /** An annotation of every manifest. */
    public Site annotation(String key, String value) {
        Fields more = annotations.set(key, value);
        return new Site(labels, more, podSecurity, gpuTolerations, storageClass, annotationPrefix, changes);
    }

    /** A toleration that pods with GPUs need; {@code value} empty: whatever the taint's value is. */
    public Site gpuToleration(String key, String value, String effect) {
        List<Fields> more = new ArrayList<>(gpuTolerations);
        more.add(toleration(key, value, effect));
        return new Site(labels, annotations, podSecurity, more, storageClass, annotationPrefix, changes);
    }

    static Fields toleration(String key, String value, String effect) {
        Fields toleration = Fields.NONE
                .set("key", key)
                .set(
                        "operator",
                        Fields.given("the value of a toleration", value).isEmpty() ? "Exists" : "Equal");
        toleration = value.isEmpty() ? toleration : toleration.set("value", value);
        return toleration.set("effect", effect);
    }

    /** The storage class of the claims that are made for each run. */
    public Site storageClass(String name) {
        String given = Fields.given("storageClass", name);
        return new Site(labels, annotations, podSecurity, gpuTolerations, given, annotationPrefix, changes);
    }

    /** The prefix of {@code parameter-schema} and {@code ui-schema} annotations; without one none are written. */
    public Site annotationPrefix(String prefix) {
        String given = Fields.given("annotationPrefix", prefix);
        return new Site(labels, annotations, podSecurity, gpuTolerations, storageClass, given, changes);
    }

    /** Lets containers run as root unless they say otherwise. */
    public Site allowRoot() {
        return new Site(labels, annotations, Fields.NONE, gpuTolerations, storageClass, annotationPrefix, changes);
    }

    /** Changes the typed model of every workflow's spec, before what the template class itself changes there. */
    public Site spec(UnaryOperator<WorkflowSpec> change) {
        List<UnaryOperator<WorkflowSpec>> more = new ArrayList<>(changes);
        more.add(Fields.given("spec", change));
        return new Site(labels, annotations, podSecurity, gpuTolerations, storageClass, annotationPrefix, more);
    }

    /** A new ClusterWorkflowTemplate with these defaults; the name is global to the cluster. */
    public WorkflowManifest clusterWorkflowTemplate(String name) {
        return WorkflowManifest.of(WorkflowKind.CLUSTER_WORKFLOW_TEMPLATE, this, name);
    }

    /** A new WorkflowTemplate with these defaults. */
    public WorkflowManifest workflowTemplate(String name) {
        return WorkflowManifest.of(WorkflowKind.WORKFLOW_TEMPLATE, this, name);
    }

    /** A new Workflow with these defaults; a name that ends in {@code -} gets an ending for each run. */
    public WorkflowManifest workflow(String name) {
        return WorkflowManifest.of(WorkflowKind.WORKFLOW, this, name);
    }

    /** A new CronWorkflow with these defaults, started at times such as {@code "0 3 * * *"}. */
    public CronManifest cronWorkflow(String name, String... schedules) {
        return CronManifest.of(this, name, schedules);
    }

    /** A folder {@code /tmp} on a claim made for each run, in the site's storage class. */
    public Mount tmp(Object size) {
        return claim("tmpdir", "/tmp", size);
    }

    /** A folder on a claim made for each run, in the site's storage class. */
    public Mount claim(String name, Object path, Object size) {
        return Mount.claim(name, path, size, storageClass);
    }

    Fields labels() {
        return labels;
    }

    Fields annotations() {
        return annotations;
    }

    Fields podSecurity() {
        return podSecurity;
    }

    List<Fields> gpuTolerations() {
        return gpuTolerations;
    }

    String annotationPrefix() {
        return annotationPrefix;
    }

    List<UnaryOperator<WorkflowSpec>> changes() {
        return changes;
    }
}
