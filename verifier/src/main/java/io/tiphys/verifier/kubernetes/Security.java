package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Security contexts of pods and containers. */
final class Security {
    private Security() {}

    static void ofPod(Node context, Problems problems) {
        common(context, problems);
        problems.range(context, "fsGroup", 0, Integer.MAX_VALUE);
        problems.choice(context, "fsGroupChangePolicy", List.of("Always", "OnRootMismatch"));
        problems.choice(context, "supplementalGroupsPolicy", List.of("Merge", "Strict"));
        for (Node group : context.items("supplementalGroups")) {
            if (group.json().isNumber()
                    && (group.json().asLong() < 0 || group.json().asLong() > Integer.MAX_VALUE)) {
                problems.add(
                        KubernetesRules.RANGE,
                        group,
                        "the group " + group.json().asText() + " is not in 0 to " + Integer.MAX_VALUE);
            }
        }
        Set<String> seen = new HashSet<>();
        for (Node sysctl : context.items("sysctls")) {
            String name = sysctl.text("name");
            if (problems.required(sysctl, "name")
                    && !name.matches("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?")) {
                problems.add(KubernetesRules.SECURITY, sysctl.get("name"), "\"" + name + "\" is no name of a sysctl");
            } else if (!seen.add(name)) {
                problems.add(KubernetesRules.SECURITY, sysctl.get("name"), "the sysctl " + name + " stands twice");
            }
        }
    }

    static void ofContainer(Node context, Problems problems) {
        common(context, problems);
        problems.choice(context, "procMount", List.of("Default", "Unmasked"));
        JsonNode escalation = context.json().path("allowPrivilegeEscalation");
        if (!escalation.isBoolean() || escalation.booleanValue()) {
            return;
        }
        if (context.json().path("privileged").asBoolean()) {
            problems.add(
                    KubernetesRules.SECURITY,
                    context.get("allowPrivilegeEscalation"),
                    "allowPrivilegeEscalation: false contradicts privileged: true");
        }
        for (Node capability : context.get("capabilities").items("add")) {
            if (capability.json().asText().equals("CAP_SYS_ADMIN")) {
                problems.add(
                        KubernetesRules.SECURITY,
                        context.get("allowPrivilegeEscalation"),
                        "allowPrivilegeEscalation: false contradicts the capability CAP_SYS_ADMIN");
            }
        }
    }

    private static void common(Node context, Problems problems) {
        problems.range(context, "runAsUser", 0, Integer.MAX_VALUE);
        problems.range(context, "runAsGroup", 0, Integer.MAX_VALUE);
        profile(context, "seccompProfile", problems);
        profile(context, "appArmorProfile", problems);
        if (context.has("windowsOptions")) {
            Node windows = context.get("windowsOptions");
            boolean host = windows.json().path("hostProcess").asBoolean();
            if (host
                    && context.json().path("runAsNonRoot").isMissingNode()
                    && windows.hasContent("gmsaCredentialSpec")) {
                problems.add(
                        KubernetesRules.SECURITY, windows, "hostProcess and gmsaCredentialSpec exclude one another");
            }
        }
    }

    private static void profile(Node context, String field, Problems problems) {
        if (!context.has(field)) {
            return;
        }
        Node profile = context.get(field);
        if (problems.required(profile, "type")) {
            problems.choice(profile, "type", List.of("Localhost", "RuntimeDefault", "Unconfined"));
        }
        boolean local = profile.text("type").equals("Localhost");
        if (local && !profile.hasContent("localhostProfile")) {
            problems.required(profile, "localhostProfile");
        } else if (!local && profile.has("localhostProfile")) {
            problems.add(
                    KubernetesRules.SECURITY,
                    profile.get("localhostProfile"),
                    "localhostProfile is for the type Localhost only");
        }
        if (local
                && (profile.text("localhostProfile").startsWith("/")
                        || Forms.leadsOut(profile.text("localhostProfile")))) {
            problems.add(
                    KubernetesRules.SECURITY,
                    profile.get("localhostProfile"),
                    "\"" + profile.text("localhostProfile") + "\" must be a relative path without '..'");
        }
    }
}
