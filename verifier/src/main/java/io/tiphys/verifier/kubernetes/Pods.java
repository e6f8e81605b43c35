package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Set;

/** Pods, and the templates of pods in other kinds. */
final class Pods {
    private Pods() {}

    static void pod(Node spec, Problems problems) {
        if (spec.hasContent("ephemeralContainers")) {
            problems.add(
                    KubernetesRules.POD,
                    spec.get("ephemeralContainers"),
                    "ephemeral containers are added to running pods; a new pod has none");
        }
        spec(spec, problems);
    }

    /** The template of another kind: its metadata and spec. */
    static void template(Node template, Problems problems) {
        Metadata.labels(template.get("metadata").get("labels"), problems);
        if (template.get("spec").hasContent("ephemeralContainers")) {
            problems.add(
                    KubernetesRules.POD,
                    template.get("spec").get("ephemeralContainers"),
                    "the template of a pod has no ephemeral containers");
        }
        spec(template.get("spec"), problems);
    }

    private static void spec(Node spec, Problems problems) {
        Set<String> volumes = Volumes.check(spec, problems);
        if (spec.json().isObject() || spec.json().isMissingNode()) {
            problems.required(spec, "containers");
        }
        new Containers(spec, volumes, problems).check();
        problems.choice(spec, "restartPolicy", List.of("Always", "OnFailure", "Never"));
        problems.choice(spec, "dnsPolicy", List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"));
        problems.choice(spec, "preemptionPolicy", List.of("Never", "PreemptLowerPriority"));
        problems.choice(spec.get("os"), "name", List.of("linux", "windows"));
        problems.range(spec, "activeDeadlineSeconds", 1, Integer.MAX_VALUE);
        names(spec, problems);
        if (spec.text("dnsPolicy").equals("None") && !spec.get("dnsConfig").hasContent("nameservers")) {
            problems.add(KubernetesRules.POD, spec.get("dnsPolicy"), "dnsPolicy None needs dnsConfig.nameservers");
        }
        if (spec.json().path("shareProcessNamespace").asBoolean()
                && spec.json().path("hostPID").asBoolean()) {
            problems.add(
                    KubernetesRules.POD,
                    spec.get("shareProcessNamespace"),
                    "shareProcessNamespace and hostPID exclude one another");
        }
        Security.ofPod(spec.get("securityContext"), problems);
        Scheduling.check(spec, problems);
    }

    private static void names(Node spec, Problems problems) {
        for (String field : List.of("hostname", "subdomain")) {
            if (spec.hasContent(field)) {
                problems.addAll(KubernetesRules.NAME, spec.get(field), Names.dns1123Label(spec.text(field)));
            }
        }
        for (String field : List.of("nodeName", "serviceAccountName", "priorityClassName", "runtimeClassName")) {
            if (spec.hasContent(field)) {
                problems.addAll(KubernetesRules.NAME, spec.get(field), Names.dns1123Subdomain(spec.text(field)));
            }
        }
        for (Node alias : spec.items("hostAliases")) {
            if (!Networks.isAddress(alias.text("ip"))) {
                problems.add(KubernetesRules.NETWORK, alias.get("ip"), "\"" + alias.text("ip") + "\" is no IP address");
            }
            alias.items("hostnames")
                    .forEach(host -> problems.addAll(
                            KubernetesRules.NAME,
                            host,
                            Names.dns1123Subdomain(host.json().asText())));
        }
        for (Node gate : spec.items("readinessGates")) {
            problems.addAll(
                    KubernetesRules.POD, gate.get("conditionType"), Names.qualifiedName(gate.text("conditionType")));
        }
    }
}
