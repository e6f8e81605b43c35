package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Set;

/** Environment variables. */
final class Env {
    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
    private static final Set<String> PATHS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private Env() {}

    static void check(Node container, Problems problems) {
        for (Node variable : container.items("env")) {
            if (problems.required(variable, "name") && !Forms.isEnvName(variable.text("name"))) {
                problems.add(
                        KubernetesRules.ENV,
                        variable.get("name"),
                        "\"" + variable.text("name") + "\" is no name of a variable: printable ASCII without '='");
            }
            if (variable.has("valueFrom")) {
                source(variable, problems);
            }
        }
        for (Node from : container.items("envFrom")) {
            if (from.hasContent("prefix") && !Forms.isEnvName(from.text("prefix"))) {
                problems.add(
                        KubernetesRules.ENV,
                        from.get("prefix"),
                        "\"" + from.text("prefix") + "\" begins no name of a variable");
            }
            problems.oneOf(KubernetesRules.ENV, from, List.of("configMapRef", "secretRef"), "the entry of envFrom");
            for (String reference : List.of("configMapRef", "secretRef")) {
                if (from.has(reference)) {
                    problems.required(from.get(reference), "name");
                }
            }
        }
    }

    private static void source(Node variable, Problems problems) {
        Node from = variable.get("valueFrom");
        if (variable.hasContent("value")) {
            problems.add(KubernetesRules.ENV, from, "the variable has value and valueFrom; only one is allowed");
        }
        problems.oneOf(KubernetesRules.ENV, from, SOURCES, "valueFrom");
        for (String reference : List.of("configMapKeyRef", "secretKeyRef")) {
            if (from.has(reference)) {
                key(from.get(reference), problems);
            }
        }
        if (from.has("fieldRef")) {
            field(from.get("fieldRef"), PATHS, problems);
        }
        if (from.has("resourceFieldRef")) {
            problems.required(from.get("resourceFieldRef"), "resource");
        }
    }

    private static void key(Node reference, Problems problems) {
        problems.required(reference, "name");
        if (problems.required(reference, "key") && !Forms.isFileKey(reference.text("key"))) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("key"),
                    "\"" + reference.text("key") + "\" is no key of a ConfigMap or Secret");
        }
    }

    /** A field of the pod that containers can see. */
    static void field(Node reference, Set<String> allowed, Problems problems) {
        if (!problems.required(reference, "fieldPath")) {
            return;
        }
        String path = reference.text("fieldPath");
        boolean entry = path.matches("metadata\\.(labels|annotations)\\['[^']+'\\]");
        if (!entry && !allowed.contains(path)) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("fieldPath"),
                    "\"" + path
                            + "\" cannot be read here; allowed are metadata.labels['<key>'], metadata.annotations['<key>'] and "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
    }
}
