package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is asked of pods for Windows, and what only they may set. */
final class Windows {
    private static final List<String> NOT_OF_POD =
            List.of("hostUsers", "hostPID", "hostIPC", "shareProcessNamespace", "resources");
    private static final List<String> NOT_OF_CONTEXT = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "fsGroup",
            "fsGroupChangePolicy",
            "sysctls",
            "runAsUser",
            "runAsGroup",
            "supplementalGroups",
            "supplementalGroupsPolicy",
            "seLinuxChangePolicy");
    private static final List<String> NOT_OF_CONTAINER = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "capabilities",
            "readOnlyRootFilesystem",
            "privileged",
            "allowPrivilegeEscalation",
            "procMount",
            "runAsUser",
            "runAsGroup");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final Pattern NET_BIOS = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern NOT_IN_USERS = Pattern.compile("[\"/\\\\:;|=,+*?<>@\\[\\]]");
    private static final Pattern DOTS = Pattern.compile("[. ]+");
    private static final int LONGEST_SPEC = 64 << 10;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_USER = 104;

    private Windows() {}

    /** Judges a pod by its operating system. */
    static void pod(Node spec, Problems problems) {
        if (spec.has("os") && problems.required(spec.get("os"), "name")) {
            problems.choice(spec.get("os"), "name", List.of("linux", "windows"));
        }
        String system = spec.get("os").text("name");
        List<Node> contexts = new ArrayList<>();
        for (String list : List.of("containers", "initContainers")) {
            spec.items(list).forEach(container -> contexts.add(container.get("securityContext")));
        }
        Node own = spec.get("securityContext");
        if (system.equals("linux")) {
            contexts.add(own);
            for (Node context : contexts) {
                problems.forbidden(
                        KubernetesRules.SECURITY, context, "windowsOptions", "a pod for Linux has no windowsOptions");
            }
        } else if (system.equals("windows")) {
            NOT_OF_POD.forEach(field -> notForWindows(spec, field, problems));
            NOT_OF_CONTEXT.forEach(field -> notForWindows(own, field, problems));
            contexts.forEach(context -> NOT_OF_CONTAINER.forEach(field -> notForWindows(context, field, problems)));
        }
        hostProcesses(
                spec, own, contexts.stream().filter(context -> context != own).toList(), problems);
    }

    private static void notForWindows(Node owner, String field, Problems problems) {
        JsonNode value = owner.json().path(field);
        boolean plain = field.equals("hostPID") || field.equals("hostIPC");
        boolean empty = (plain && !value.asBoolean()) || (field.equals("sysctls") && value.isEmpty());
        if (!empty) {
            problems.forbidden(KubernetesRules.SECURITY, owner, field, "a pod for Windows has no " + field);
        }
    }

    private static void hostProcesses(Node spec, Node own, List<Node> contexts, Problems problems) {
        JsonNode ofPod = own.json().at("/windowsOptions/hostProcess");
        int processes = 0;
        for (Node context : contexts) {
            JsonNode ofContainer = context.json().at("/windowsOptions/hostProcess");
            if (ofPod.isBoolean() && ofContainer.isBoolean() && !ofPod.equals(ofContainer)) {
                problems.add(
                        KubernetesRules.SECURITY,
                        context.get("windowsOptions").get("hostProcess"),
                        "hostProcess of the pod is " + ofPod.asText() + ", so that of its containers is too");
            }
            processes += (ofContainer.isBoolean() ? ofContainer : ofPod).asBoolean() ? 1 : 0;
        }
        if (processes > 0 && processes != contexts.size()) {
            problems.add(KubernetesRules.SECURITY, spec, "all containers of a pod run with hostProcess: true, or none");
        }
        if (processes > 0 && !spec.json().path("hostNetwork").asBoolean()) {
            problems.add(KubernetesRules.SECURITY, spec, "hostProcess: true needs hostNetwork: true");
        }
    }

    /** Judges the options of a pod or container. */
    static void options(Node options, Problems problems) {
        if (options.has("gmsaCredentialSpecName")) {
            problems.addAll(
                    KubernetesRules.SECURITY,
                    options.get("gmsaCredentialSpecName"),
                    Names.dns1123Subdomain(options.text("gmsaCredentialSpecName")));
        }
        if (options.has("gmsaCredentialSpec") && problems.required(options, "gmsaCredentialSpec")) {
            int length = options.text("gmsaCredentialSpec").length();
            if (length > LONGEST_SPEC) {
                problems.add(
                        KubernetesRules.SECURITY,
                        options.get("gmsaCredentialSpec"),
                        "gmsaCredentialSpec has " + length + " characters; at most " + LONGEST_SPEC + " are allowed");
            }
        }
        if (options.has("runAsUserName") && problems.required(options, "runAsUserName")) {
            String name = options.text("runAsUserName");
            if (!isUser(name)) {
                problems.add(
                        KubernetesRules.SECURITY,
                        options.get("runAsUserName"),
                        "\"" + name + "\" is no name of a user, or of a domain and a user as in DOMAIN\\user");
            }
        }
    }

    private static boolean isUser(String name) {
        int slash = name.indexOf('\\');
        String user = name.substring(slash + 1);
        boolean domain = slash < 0 || isDomain(name.substring(0, slash));
        return domain
                && !CONTROL.matcher(name).find()
                && !user.isEmpty()
                && user.length() <= LONGEST_USER
                && !DOTS.matcher(user).matches()
                && !NOT_IN_USERS.matcher(user).find();
    }

    private static boolean isDomain(String name) {
        return name.length() <= LONGEST_DOMAIN
                && (NET_BIOS.matcher(name).matches() || DOMAIN.matcher(name).matches());
    }
}
