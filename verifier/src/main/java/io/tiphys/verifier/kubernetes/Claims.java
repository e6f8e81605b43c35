package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Claims of volumes. */
final class Claims {
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");
    private static final String CLAIM = "PersistentVolumeClaim";

    private Claims() {}

    /**
     * Judges what a claim asks for.
     *
     * @param alone whether it is an object of its own, of which the server drops odd sources
     */
    static void claim(Node spec, boolean alone, Problems problems) {
        modes(spec, problems);
        Node requests = spec.get("resources").get("requests");
        if (requests.json().path("storage").isNumber() || problems.required(requests, "storage")) {
            size(requests.get("storage"), problems);
        }
        Selectors.check(spec.get("selector"), problems);
        for (String field : List.of("storageClassName", "volumeAttributesClassName")) {
            problems.name(KubernetesRules.NAME, spec, field, Names::dns1123Subdomain);
        }
        problems.exactly(spec, "volumeMode", List.of("Block", "Filesystem"));
        sources(spec, alone, problems);
    }

    /** A dataSource of a kind that was never supported is dropped, not refused. */
    private static void sources(Node spec, boolean alone, Problems problems) {
        Node old = spec.get("dataSource");
        String group = old.text("apiGroup");
        boolean kept = !alone
                || (old.text("kind").equals(CLAIM) && group.isEmpty())
                || (old.text("kind").equals("VolumeSnapshot") && group.equals("snapshot.storage.k8s.io"));
        if (spec.has("dataSource") && kept) {
            source(old, problems);
        }
        if (!spec.has("dataSourceRef") || spec.get("dataSourceRef").hasContent("namespace")) {
            return; // one with a namespace is dropped
        }
        Node source = spec.get("dataSourceRef");
        source(source, problems);
        if (spec.has("dataSource")
                && kept
                && !(group.equals(source.text("apiGroup"))
                        && old.text("kind").equals(source.text("kind"))
                        && old.text("name").equals(source.text("name")))) {
            problems.add(KubernetesRules.CLAIM, source, "dataSource and dataSourceRef must be the same; one is enough");
        }
    }

    private static void source(Node source, Problems problems) {
        problems.required(source, "name");
        problems.required(source, "kind");
        if (source.text("apiGroup").isEmpty() && !source.text("kind").equals(CLAIM)) {
            problems.add(
                    KubernetesRules.CLAIM,
                    source.get("kind"),
                    "\"" + source.text("kind") + "\" needs an apiGroup; the core group has " + CLAIM + " only");
        }
        problems.name(KubernetesRules.NAME, source, "apiGroup", Names::dns1123Subdomain);
    }

    static void modes(Node spec, Problems problems) {
        if (!problems.required(spec, "accessModes")) {
            return;
        }
        Set<String> modes = new HashSet<>();
        for (Node mode : spec.items("accessModes")) {
            String name = mode.json().asText();
            modes.add(name);
            if (!MODES.contains(name)) {
                problems.add(
                        KubernetesRules.CHOICE, mode, "\"" + name + "\" is not one of " + String.join(", ", MODES));
            }
        }
        if (modes.contains("ReadWriteOncePod") && modes.size() > 1) {
            problems.add(
                    KubernetesRules.CLAIM,
                    spec.get("accessModes"),
                    "ReadWriteOncePod stands beside other access modes");
        }
    }

    static void size(Node size, Problems problems) {
        if (Amounts.of(size.json()).map(amount -> amount.signum() <= 0).orElse(false)) {
            problems.add(
                    KubernetesRules.CLAIM, size, "the size is " + size.json().asText() + "; it must be more than 0");
        }
    }
}
