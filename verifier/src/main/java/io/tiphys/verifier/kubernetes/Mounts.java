package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a container sees volumes. */
final class Mounts {
    private Mounts() {}

    static void check(Node container, Map<String, Node> volumes, Problems problems) {
        Set<String> paths = new HashSet<>();
        Set<String> mounted = new HashSet<>();
        for (Node mount : container.items("volumeMounts")) {
            mounted.add(mount.text("name"));
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
            device(device, volumes, paths, mounted, problems);
        }
    }

    private static void device(
            Node device, Map<String, Node> volumes, Set<String> paths, Set<String> taken, Problems problems) {
        String name = device.text("name");
        if (problems.required(device, "name")) {
            declared(device, volumes, problems);
            Node volume = volumes.get(name);
            if (volume != null && !volume.has("persistentVolumeClaim") && !volume.has("ephemeral")) {
                problems.add(
                        KubernetesRules.MOUNT,
                        device.get("name"),
                        "the volume \"" + name + "\" is no block device: neither persistentVolumeClaim nor ephemeral");
            }
            if (!taken.add(name)) {
                problems.add(KubernetesRules.MOUNT, device.get("name"), "the volume \"" + name + "\" stands twice");
            }
        }
        String path = device.text("devicePath");
        if (problems.required(device, "devicePath") && !paths.add(path)) {
            problems.add(KubernetesRules.MOUNT, device.get("devicePath"), "something else is at \"" + path + "\" too");
        }
        if (Forms.leadsOut(path)) {
            problems.add(KubernetesRules.MOUNT, device.get("devicePath"), "\"" + path + "\" contains '..'");
        }
    }

    private static void declared(Node mount, Map<String, Node> volumes, Problems problems) {
        if (!volumes.containsKey(mount.text("name"))) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("name"),
                    "there is no volume \"" + mount.text("name") + "\""
                            + Nearest.hint(mount.text("name"), volumes.keySet()),
                    Nearest.remedy(mount.text("name"), volumes.keySet()).orElse(""));
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
        problems.exactly(mount, "mountPropagation", List.of("None", "HostToContainer", "Bidirectional"));
        problems.exactly(mount, "recursiveReadOnly", List.of("Disabled", "IfPossible", "Enabled"));
        boolean privileged = container.json().at("/securityContext/privileged").asBoolean();
        String propagation = mount.text("mountPropagation");
        if (propagation.equals("Bidirectional") && !privileged) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("mountPropagation"),
                    "Bidirectional is for privileged containers only");
        }
        String recursive = mount.text("recursiveReadOnly");
        if (!recursive.equals("Enabled") && !recursive.equals("IfPossible")) {
            return;
        }
        if (!mount.json().path("readOnly").asBoolean()) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("recursiveReadOnly"),
                    "recursiveReadOnly " + recursive + " needs readOnly: true");
        }
        if (mount.has("mountPropagation") && !propagation.equals("None")) {
            problems.add(
                    KubernetesRules.MOUNT,
                    mount.get("recursiveReadOnly"),
                    "recursiveReadOnly " + recursive + " needs mountPropagation: None");
        }
    }
}
