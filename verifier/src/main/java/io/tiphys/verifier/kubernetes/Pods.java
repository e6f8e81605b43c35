package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods, and the templates of pods in other kinds. */
final class Pods {
    private Pods() {}

    static void pod(Node root, Node spec, Problems problems) {
        if (spec.hasContent("ephemeralContainers")) {
            problems.add(
                    KubernetesRules.POD,
                    spec.get("ephemeralContainers"),
                    "ephemeral containers are added to running pods; a new pod has none");
        }
        if (spec.hasContent("nodeName") && spec.hasContent("schedulingGates")) {
            problems.add(KubernetesRules.POD, spec.get("nodeName"), "a pod with schedulingGates is on no node yet");
        }
        for (Node volume : spec.items("volumes")) {
            if (volume.has("image")) {
                problems.required(volume.get("image"), "reference");
            }
        }
        Node metadata = root.get("metadata");
        PodAnnotations.check(metadata, spec, problems);
        spec(metadata, spec, false, problems);
    }

    /** The template of another kind: its metadata and spec. */
    static void template(Node template, Problems problems) {
        Node metadata = template.get("metadata");
        Metadata.labels(metadata.get("labels"), problems);
        Metadata.annotations(metadata.get("annotations"), problems);
        if (template.get("spec").hasContent("ephemeralContainers")) {
            problems.add(
                    KubernetesRules.POD,
                    template.get("spec").get("ephemeralContainers"),
                    "the template of a pod has no ephemeral containers");
        }
        PodAnnotations.check(metadata, template.get("spec"), problems);
        spec(metadata, template.get("spec"), true, problems);
    }

    private static void spec(Node metadata, Node spec, boolean template, Problems problems) {
        Map<String, Node> volumes = Volumes.check(template ? "" : metadata.text("name"), spec, problems);
        if (spec.json().isObject() || spec.json().isMissingNode()) {
            problems.required(spec, "containers");
        }
        new Containers(spec, template, volumes, problems).check();
        problems.choice(spec, "restartPolicy", List.of("Always", "OnFailure", "Never"));
        problems.choice(spec, "dnsPolicy", List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"));
        problems.exactly(spec, "preemptionPolicy", List.of("Never", "PreemptLowerPriority"));
        problems.range(spec, "activeDeadlineSeconds", 1, Integer.MAX_VALUE);
        Hosts.check(spec, problems);
        names(spec, problems);
        claims(spec, problems);
        if (spec.json().path("shareProcessNamespace").asBoolean()
                && spec.json().path("hostPID").asBoolean()) {
            problems.add(
                    KubernetesRules.POD,
                    spec.get("shareProcessNamespace"),
                    "shareProcessNamespace and hostPID exclude one another");
        }
        Resources.ofPod(spec.get("resources"), problems);
        Resources.overhead(spec.get("overhead"), problems);
        PodAmounts.check(spec, problems);
        Security.ofPod(spec.get("securityContext"), problems);
        Windows.pod(spec, problems);
        Set<String> labels = new HashSet<>();
        if (!template) {
            metadata.get("labels").fields((key, value) -> labels.add(key));
        }
        Scheduling.check(labels, spec, problems);
    }

    private static void names(Node spec, Problems problems) {
        for (String field : List.of("nodeName", "serviceAccountName", "priorityClassName")) {
            problems.name(KubernetesRules.NAME, spec, field, Names::dns1123Subdomain);
        }
        if (!spec.hasContent("serviceAccountName")) {
            problems.name(KubernetesRules.NAME, spec, "serviceAccount", Names::dns1123Subdomain);
        }
        if (spec.has("runtimeClassName")) {
            problems.addAll(
                    KubernetesRules.NAME,
                    spec.get("runtimeClassName"),
                    Names.dns1123Subdomain(spec.text("runtimeClassName")));
        }
        for (Node gate : spec.items("readinessGates")) {
            problems.addAll(
                    KubernetesRules.POD, gate.get("conditionType"), Names.qualifiedName(gate.text("conditionType")));
        }
    }

    private static void claims(Node spec, Problems problems) {
        List<String> sources = List.of("resourceClaimName", "resourceClaimTemplateName");
        Set<String> seen = new HashSet<>();
        for (Node claim : spec.items("resourceClaims")) {
            String name = claim.text("name");
            if (problems.required(claim, "name")) {
                problems.addAll(KubernetesRules.POD, claim.get("name"), Names.dns1123Label(name));
                if (!seen.add(name)) {
                    problems.add(KubernetesRules.POD, claim.get("name"), "the claim \"" + name + "\" stands twice");
                }
            }
            problems.oneOf(KubernetesRules.POD, claim, sources, "the claim");
            for (String source : sources) {
                if (claim.has(source)) {
                    problems.addAll(KubernetesRules.POD, claim.get(source), Names.dns1123Subdomain(claim.text(source)));
                }
            }
        }
    }
}
