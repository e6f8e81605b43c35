package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a container sees volumes. */
final class Mounts {
    private Mounts() {}

    static void check(Node container, Set<String> volumes, Problems problems) {
        Set<String> paths = new HashSet<>();
        for (Node mount : container.items("volumeMounts")) {
            if (problems.required(mount, "name")) {
                declared(mount, volumes, problems);
            }
            if (problems.required(mount, "mountPath") && !paths.add(mount.text("mountPath"))) {
                problems.add(
                        KubernetesRules.MOUNT,
                        mount.get("mountPath"),
                        "something else is mounted at \"" + mount.text("mountPath") + "\" too");
            }
            subPath(mount, problems);
            propagation(container, mount, problems);
        }
        for (Node device : container.items("volumeDevices")) {
            if (problems.required(device, "name")) {
                declared(device, volumes, problems);
            }
            if (problems.required(device, "devicePath") && !paths.add(device.text("devicePath"))) {
                problems.add(
                        KubernetesRules.MOUNT,
                        device.get("devicePath"),
                        "something else is at \"" + device.text("devicePath") + "\" too");
            }
        }
    }

    private static void declared(Node mount, Set<String> volumes, Problems problems) {
        if (!volumes.contains(mount.text("name"))) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("name"),
                    "there is no volume \"" + mount.text("name") + "\"" + Nearest.hint(mount.text("name"), volumes),
                    Nearest.remedy(mount.text("name"), volumes).orElse(""));
        }
    }

    private static void subPath(Node mount, Problems problems) {
        if (mount.hasContent("subPath") && mount.hasContent("subPathExpr")) {
            problems.add(
                    KubernetesRules.MOUNT, mount.get("subPathExpr"), "subPath and subPathExpr exclude one another");
        }
        for (String field : List.of("subPath", "subPathExpr")) {
            String path = mount.text(field);
            if (path.startsWith("/")) {
                problems.add(
                        KubernetesRules.MOUNT,
                        mount.get(field),
                        "\"" + path + "\" must be relative, inside the volume");
            } else if (Forms.leadsOut(path)) {
                problems.add(KubernetesRules.MOUNT, mount.get(field), "\"" + path + "\" contains '..'");
            }
        }
    }

    private static void propagation(Node container, Node mount, Problems problems) {
        problems.choice(mount, "mountPropagation", List.of("None", "HostToContainer", "Bidirectional"));
        problems.choice(mount, "recursiveReadOnly", List.of("Disabled", "IfPossible", "Enabled"));
        boolean privileged = container.json().at("/securityContext/privileged").asBoolean();
        if (mount.text("mountPropagation").equals("Bidirectional") && !privileged) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("mountPropagation"),
                    "Bidirectional is for privileged containers only");
        }
        String recursive = mount.text("recursiveReadOnly");
        if ((recursive.equals("Enabled") || recursive.equals("IfPossible"))
                && !mount.json().path("readOnly").asBoolean()) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("recursiveReadOnly"),
                    "recursiveReadOnly " + recursive + " needs readOnly: true");
        }
    }
}
