package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Security contexts of pods and containers. */
final class Security {
    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
    private static final int LONGEST_SYSCTL = 253;
    private static final int LONGEST_PROFILE = 4095;

    private Security() {}

    static void ofPod(Node context, Problems problems) {
        common(context, problems);
        problems.range(context, "fsGroup", 0, Integer.MAX_VALUE);
        problems.exactly(context, "fsGroupChangePolicy", List.of("Always", "OnRootMismatch"));
        problems.exactly(context, "supplementalGroupsPolicy", List.of("Merge", "Strict"));
        problems.exactly(context, "seLinuxChangePolicy", List.of("Recursive"));
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
                    && (name.length() > LONGEST_SYSCTL || !SYSCTL.matcher(name).matches())) {
                problems.add(KubernetesRules.SECURITY, sysctl.get("name"), "\"" + name + "\" is no name of a sysctl");
            } else if (!seen.add(name)) {
                problems.add(KubernetesRules.SECURITY, sysctl.get("name"), "the sysctl " + name + " stands twice");
            }
        }
    }

    static void ofContainer(Node pod, Node context, Problems problems) {
        common(context, problems);
        problems.exactly(context, "procMount", List.of("Default", "Unmasked"));
        if (context.text("procMount").equals("Unmasked")
                && pod.json().path("hostUsers").asBoolean(true)) {
            problems.add(
                    KubernetesRules.SECURITY, context.get("procMount"), "procMount Unmasked needs hostUsers: false");
        }
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
        Windows.options(context.get("windowsOptions"), problems);
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
        if (!local) {
            problems.forbidden(
                    KubernetesRules.SECURITY,
                    profile,
                    "localhostProfile",
                    "localhostProfile is for the type Localhost only");
            return;
        }
        String path = profile.text("localhostProfile");
        boolean seccomp = field.equals("seccompProfile");
        if (!profile.has("localhostProfile") || (path.isEmpty() && !seccomp)) {
            problems.required(profile, "localhostProfile");
        }
        if (seccomp && (path.startsWith("/") || Forms.leadsOut(path))) {
            problems.add(
                    KubernetesRules.SECURITY,
                    profile.get("localhostProfile"),
                    "\"" + path + "\" must be a relative path without '..'");
        }
        if (!seccomp && (!path.strip().equals(path) || path.length() > LONGEST_PROFILE)) {
            problems.add(
                    KubernetesRules.SECURITY,
                    profile.get("localhostProfile"),
                    "\"" + path + "\" has blanks around it or more than " + LONGEST_PROFILE + " characters");
        }
    }
}
