package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Annotations of pods that the API server reads. */
final class PodAnnotations {
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,9}|-[1-9][0-9]{0,9}");
    private static final Set<String> SECCOMP_WORDS = Set.of("runtime/default", "docker/default", "unconfined");
    private static final Set<String> ARMOR_WORDS = Set.of("", "runtime/default", "unconfined");
    private static final String LOCAL = "localhost/";

    private PodAnnotations() {}

    static void check(Node metadata, Node spec, Problems problems) {
        Map<String, Node> containers = new TreeMap<>();
        for (String list : Set.of("containers", "initContainers", "ephemeralContainers")) {
            spec.items(list).forEach(container -> containers.put(container.text("name"), container));
        }
        metadata.get("annotations").fields((key, value) -> {
            String text = value.json().asText();
            if (key.equals(MIRROR) && !spec.hasContent("nodeName")) {
                problems.add(KubernetesRules.POD, value, "a mirror pod needs spec.nodeName");
            } else if (key.equals(COST) && !isCost(text)) {
                problems.add(KubernetesRules.POD, value, "\"" + text + "\" is no whole number of 32 bits");
            } else if ((key.equals(SECCOMP) || key.startsWith(SECCOMP_CONTAINER)) && !isSeccomp(text)) {
                problems.add(KubernetesRules.POD, value, "\"" + text + "\" is no seccomp profile");
            } else if (key.startsWith(ARMOR)) {
                armor(key.substring(ARMOR.length()), value, containers, problems);
                matching(value, containers.get(key.substring(ARMOR.length())), spec, problems);
            }
        });
    }

    private static boolean isCost(String text) {
        return WHOLE.matcher(text).matches()
                && Long.parseLong(text) >= Integer.MIN_VALUE
                && Long.parseLong(text) <= Integer.MAX_VALUE;
    }

    private static boolean isSeccomp(String text) {
        if (!text.startsWith(LOCAL)) {
            return SECCOMP_WORDS.contains(text);
        }
        String path = text.substring(LOCAL.length());
        return !path.startsWith("/") && !Forms.leadsOut(path);
    }

    private static void armor(String container, Node value, Map<String, Node> containers, Problems problems) {
        String text = value.json().asText();
        if (!containers.containsKey(container)) {
            problems.add(KubernetesRules.POD, value, "there is no container \"" + container + "\"");
        }
        if (!ARMOR_WORDS.contains(text) && !text.startsWith(LOCAL)) {
            problems.add(KubernetesRules.POD, value, "\"" + text + "\" is no AppArmor profile");
        }
    }

    /** The annotation says what the field says. */
    private static void matching(
            Node value, @org.jspecify.annotations.Nullable Node container, Node spec, Problems problems) {
        if (container == null || spec.get("os").text("name").equals("windows")) {
            return;
        }
        Node own = container.get("securityContext");
        Node profile = own.has("appArmorProfile")
                ? own.get("appArmorProfile")
                : spec.get("securityContext").get("appArmorProfile");
        String expected =
                switch (profile.text("type")) {
                    case "Unconfined" -> "unconfined";
                    case "RuntimeDefault" -> "runtime/default";
                    case "Localhost" -> LOCAL + profile.text("localhostProfile");
                    default -> value.json().asText();
                };
        if (!value.json().asText().equals(expected)) {
            problems.add(
                    KubernetesRules.POD, value, "the annotation differs from appArmorProfile, which is " + expected);
        }
    }
}
