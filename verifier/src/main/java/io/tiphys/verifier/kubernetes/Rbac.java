package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Roles and their bindings. */
final class Rbac {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private Rbac() {}

    static void role(String kind, Node root, Problems problems) {
        boolean namespaced = kind.equals("Role");
        for (Node rule : root.items("rules")) {
            problems.required(rule, "verbs");
            if (rule.hasContent("nonResourceURLs")) {
                if (namespaced) {
                    problems.add(
                            KubernetesRules.RBAC,
                            rule.get("nonResourceURLs"),
                            "the rules of a Role are about resources; nonResourceURLs are for a ClusterRole");
                }
                for (String field : List.of("apiGroups", "resources", "resourceNames")) {
                    if (rule.hasContent(field)) {
                        problems.add(
                                KubernetesRules.RBAC, rule.get(field), "a rule about nonResourceURLs has no " + field);
                    }
                }
            } else {
                problems.required(rule, "apiGroups");
                problems.required(rule, "resources");
            }
        }
        for (Node selector : root.get("aggregationRule").items("clusterRoleSelectors")) {
            Selectors.check(selector, problems);
        }
    }

    static void binding(String kind, Node root, Problems problems) {
        Node role = root.get("roleRef");
        List<String> kinds = kind.equals("RoleBinding") ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        problems.required(role, "kind");
        problems.choice(role, "kind", kinds);
        problems.choice(role, "apiGroup", List.of(GROUP));
        if (problems.required(role, "name") && !Forms.isPathSegment(role.text("name"))) {
            problems.add(KubernetesRules.RBAC, role.get("name"), "\"" + role.text("name") + "\" is no name of a role");
        }
        root.items("subjects").forEach(subject -> subject(kind, subject, problems));
    }

    private static void subject(String kind, Node subject, Problems problems) {
        problems.required(subject, "name");
        if (problems.required(subject, "kind")) {
            problems.choice(subject, "kind", List.of("ServiceAccount", "User", "Group"));
        }
        if (subject.text("kind").equals("ServiceAccount")) {
            problems.addAll(
                    KubernetesRules.RBAC,
                    subject.get("name"),
                    subject.hasContent("name") ? Names.dns1123Subdomain(subject.text("name")) : List.of());
            if (subject.hasContent("apiGroup")) {
                problems.add(
                        KubernetesRules.RBAC,
                        subject.get("apiGroup"),
                        "a ServiceAccount is of the core group; delete apiGroup");
            }
            if (kind.equals("ClusterRoleBinding")) {
                problems.required(subject, "namespace");
            }
        } else if (subject.hasContent("kind")) {
            problems.choice(subject, "apiGroup", List.of(GROUP));
        }
    }
}
