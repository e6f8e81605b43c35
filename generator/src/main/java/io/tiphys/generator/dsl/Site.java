package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The defaults of a facility, given to every template class. Immutable. */
public final class Site {
    /** Without a line: nobody wrote it. */
    private static final Fields NON_ROOT =
            Fields.NONE.put("runAsNonRoot", new Slot(new Slot.Json(BooleanNode.TRUE), Optional.empty()));

    private static final Site DEFAULTS = new Site(Fields.NONE, Fields.NONE, NON_ROOT, List.of(), "", "");

    private final Fields labels;
    private final Fields annotations;
    private final Fields podSecurity;
    private final List<Fields> gpuTolerations;
    private final String storageClass;
    private final String annotationPrefix;

    private Site(
            Fields labels,
            Fields annotations,
            Fields podSecurity,
            List<Fields> gpuTolerations,
            String storageClass,
            String annotationPrefix) {
        this.labels = labels;
        this.annotations = annotations;
        this.podSecurity = podSecurity;
        this.gpuTolerations = List.copyOf(gpuTolerations);
        this.storageClass = storageClass;
        this.annotationPrefix = annotationPrefix;
    }

    /** What is good everywhere: no container runs as root. */
    public static Site defaults() {
        return DEFAULTS;
    }

    /** A label of every manifest. */
    public Site label(String key, String value) {
        return new Site(
                labels.set(key, value), annotations, podSecurity, gpuTolerations, storageClass, annotationPrefix);
    }

    /** An annotation of every manifest. */
    public Site annotation(String key, String value) {
        return new Site(
                labels, annotations.set(key, value), podSecurity, gpuTolerations, storageClass, annotationPrefix);
    }

    /** A toleration that pods with GPUs need; {@code value} empty: whatever the taint's value is. */
    public Site gpuToleration(String key, String value, String effect) {
        Fields toleration = Fields.NONE.set("key", key).set("operator", value.isEmpty() ? "Exists" : "Equal");
        toleration = value.isEmpty() ? toleration : toleration.set("value", value);
        List<Fields> more = new ArrayList<>(gpuTolerations);
        more.add(toleration.set("effect", effect));
        return new Site(labels, annotations, podSecurity, more, storageClass, annotationPrefix);
    }

    /** The storage class of the claims that are made for each run. */
    public Site storageClass(String name) {
        return new Site(labels, annotations, podSecurity, gpuTolerations, name, annotationPrefix);
    }

    /** The prefix of {@code parameter-schema} and {@code ui-schema} annotations; without one none are written. */
    public Site annotationPrefix(String prefix) {
        return new Site(labels, annotations, podSecurity, gpuTolerations, storageClass, prefix);
    }

    /** Lets containers run as root unless they say otherwise. */
    public Site allowRoot() {
        return new Site(labels, annotations, Fields.NONE, gpuTolerations, storageClass, annotationPrefix);
    }

    /** A new ClusterWorkflowTemplate with these defaults; the name is global to the cluster. */
    public Manifest clusterWorkflowTemplate(String name) {
        return Manifest.clusterWorkflowTemplate(this, name);
    }

    /** A folder {@code /tmp} on a claim made for each run, in the site's storage class. */
    public Mount tmp(String size) {
        return Mount.claim("tmpdir", "/tmp", size, storageClass);
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
}
