package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Set;

/** Claims of volumes, and volumes. */
final class Claims {
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");
    private static final Set<String> NO_SOURCES = Set.of(
            "accessModes",
            "capacity",
            "claimRef",
            "mountOptions",
            "nodeAffinity",
            "persistentVolumeReclaimPolicy",
            "storageClassName",
            "volumeAttributesClassName",
            "volumeMode");

    private Claims() {}

    static void claim(Node spec, Problems problems) {
        modes(spec, problems);
        Node requests = spec.get("resources").get("requests");
        if (problems.required(requests, "storage")) {
            size(requests.get("storage"), problems);
        }
        Selectors.check(spec.get("selector"), problems);
        className(spec, problems);
        problems.choice(spec, "volumeMode", List.of("Block", "Filesystem"));
        for (String field : List.of("dataSource", "dataSourceRef")) {
            if (spec.has(field)) {
                problems.required(spec.get(field), "kind");
                problems.required(spec.get(field), "name");
            }
        }
    }

    static void volume(Node spec, Problems problems) {
        modes(spec, problems);
        if (problems.required(spec.get("capacity"), "storage")) {
            size(spec.get("capacity").get("storage"), problems);
        }
        className(spec, problems);
        problems.choice(spec, "persistentVolumeReclaimPolicy", List.of("Delete", "Recycle", "Retain"));
        problems.choice(spec, "volumeMode", List.of("Block", "Filesystem"));
        int[] sources = {0};
        spec.fields((field, value) ->
                sources[0] += NO_SOURCES.contains(field) || value.json().isNull() ? 0 : 1);
        if (sources[0] != 1) {
            problems.add(
                    KubernetesRules.CLAIM, spec, "the volume has " + sources[0] + " sources; it needs exactly one");
        }
    }

    private static void modes(Node spec, Problems problems) {
        if (!problems.required(spec, "accessModes")) {
            return;
        }
        for (Node mode : spec.items("accessModes")) {
            String name = mode.json().asText();
            if (!MODES.contains(name)) {
                problems.add(
                        KubernetesRules.CHOICE, mode, "\"" + name + "\" is not one of " + String.join(", ", MODES));
            } else if (name.equals("ReadWriteOncePod")
                    && spec.items("accessModes").size() > 1) {
                problems.add(KubernetesRules.CLAIM, mode, "ReadWriteOncePod stands beside other access modes");
            }
        }
    }

    private static void size(Node size, Problems problems) {
        if (Amounts.of(size.json()).map(amount -> amount.signum() <= 0).orElse(false)) {
            problems.add(
                    KubernetesRules.CLAIM, size, "the size is " + size.json().asText() + "; it must be more than 0");
        }
    }

    private static void className(Node spec, Problems problems) {
        if (spec.hasContent("storageClassName")) {
            problems.addAll(
                    KubernetesRules.NAME,
                    spec.get("storageClassName"),
                    Names.dns1123Subdomain(spec.text("storageClassName")));
        }
    }
}
