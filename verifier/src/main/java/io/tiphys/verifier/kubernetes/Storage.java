package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** PersistentVolumes and classes of storage. */
final class Storage {
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
    private static final Set<String> AFTER_FLEX = Set.of(
            "azureDisk",
            "azureFile",
            "csi",
            "local",
            "photonPersistentDisk",
            "portworxVolume",
            "scaleIO",
            "storageos",
            "vsphereVolume");
    private static final List<String> SECRETS = List.of(
            "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef");
    private static final int MOST_PARAMETERS = 512;
    private static final int LARGEST_PARAMETERS = 256 << 10;

    private Storage() {}

    static void volume(String name, Node spec, Problems problems) {
        Claims.modes(spec, problems);
        capacity(spec, problems);
        problems.name(KubernetesRules.NAME, spec, "storageClassName", Names::dns1123Subdomain);
        problems.choice(spec, "persistentVolumeReclaimPolicy", List.of("Delete", "Recycle", "Retain"));
        problems.exactly(spec, "volumeMode", List.of("Block", "Filesystem"));
        List<String> sources = new ArrayList<>();
        spec.fields((field, value) -> {
            if (!NO_SOURCES.contains(field)) {
                sources.add(field);
            }
        });
        if (sources.size() == 2 && AFTER_FLEX.stream().noneMatch(sources::contains)) {
            sources.remove("flexVolume"); // the server lets it stand beside a source that it looks at before
        }
        if (sources.size() != 1) {
            problems.add(
                    KubernetesRules.CLAIM, spec, "the volume has " + sources.size() + " sources; it needs exactly one");
        }
        VolumeSources.check(name, spec, problems);
        secrets(spec, problems);
        csi(spec, problems);
        if (spec.has("nodeAffinity")) {
            Node affinity = spec.get("nodeAffinity");
            if (!affinity.has("required")) {
                problems.required(affinity, "required");
            } else {
                Affinities.nodes(affinity.get("required"), problems);
            }
        } else if (spec.has("local")) {
            problems.required(spec, "nodeAffinity");
        }
        boolean recycled = spec.text("persistentVolumeReclaimPolicy").equals("Recycle");
        String path = spec.get("hostPath").text("path");
        if (recycled && isRoot(path)) {
            problems.add(
                    KubernetesRules.CLAIM,
                    spec.get("persistentVolumeReclaimPolicy"),
                    "the whole disk of a node is not recycled");
        }
    }

    private static boolean isRoot(String path) {
        return path.startsWith("/")
                && path.indexOf('\0') < 0
                && Path.of(path).normalize().getNameCount() == 0;
    }

    private static void capacity(Node spec, Problems problems) {
        Node capacity = spec.get("capacity");
        if (problems.required(capacity, "storage")) {
            Claims.size(capacity.get("storage"), problems);
        }
        capacity.fields((name, amount) -> {
            if (!name.equals("storage")) {
                problems.add(
                        KubernetesRules.CLAIM,
                        amount,
                        "\"" + name + "\" is no capacity of a volume; allowed is storage");
            }
        });
    }

    private static void secrets(Node spec, Problems problems) {
        for (String source : List.of("cinder", "storageos")) {
            if (spec.get(source).has("secretRef")) {
                problems.required(spec.get(source).get("secretRef"), "name");
                problems.required(spec.get(source).get("secretRef"), "namespace");
            }
        }
        if (spec.get("iscsi").has("secretRef")) {
            problems.required(spec.get("iscsi").get("secretRef"), "name");
        }
        if (spec.get("azureFile").has("secretNamespace")) {
            problems.required(spec.get("azureFile"), "secretNamespace");
        }
        Node endpoints = spec.get("glusterfs");
        if (endpoints.has("endpointsNamespace")) {
            problems.addAll(
                    KubernetesRules.NAME,
                    endpoints.get("endpointsNamespace"),
                    Names.dns1123Label(endpoints.text("endpointsNamespace")));
        }
    }

    private static void csi(Node spec, Problems problems) {
        Node csi = spec.get("csi");
        if (spec.has("csi")) {
            problems.required(csi, "volumeHandle");
        }
        for (String field : SECRETS) {
            Node secret = csi.get(field);
            if (csi.has(field)) {
                problems.required(secret, "name");
                problems.required(secret, "namespace");
                problems.name(KubernetesRules.NAME, secret, "name", Names::dns1123Subdomain);
                problems.name(KubernetesRules.NAME, secret, "namespace", Names::dns1123Label);
            }
        }
        if (spec.has("volumeAttributesClassName")) {
            problems.addAll(
                    KubernetesRules.NAME,
                    spec.get("volumeAttributesClassName"),
                    Names.dns1123Subdomain(spec.text("volumeAttributesClassName")));
            if (!spec.has("csi")) {
                problems.add(
                        KubernetesRules.CLAIM,
                        spec.get("volumeAttributesClassName"),
                        "volumeAttributesClassName is for the source csi only");
            }
        }
    }

    static void storageClass(Node root, Problems problems) {
        if (problems.required(root, "provisioner")) {
            problems.addAll(
                    KubernetesRules.NAME,
                    root.get("provisioner"),
                    Names.qualifiedName(root.text("provisioner").toLowerCase(Locale.ROOT)));
        }
        problems.choice(root, "reclaimPolicy", List.of("Delete", "Retain"));
        problems.exactly(root, "volumeBindingMode", List.of("Immediate", "WaitForFirstConsumer"));
        parameters(root.get("parameters"), problems);
        Set<Object> terms = new HashSet<>();
        for (Node term : root.items("allowedTopologies")) {
            Set<String> keys = new HashSet<>();
            Set<Object> meaning = new HashSet<>();
            for (Node expression : term.items("matchLabelExpressions")) {
                topology(expression, keys, problems);
                Set<String> values = new HashSet<>();
                expression
                        .items("values")
                        .forEach(value -> values.add(value.json().asText()));
                meaning.add(List.of(expression.text("key"), values));
            }
            if (!terms.add(meaning) || meaning.isEmpty()) {
                problems.add(KubernetesRules.CLAIM, term, "the term says nothing, or the same as another");
            }
        }
    }

    private static void topology(Node expression, Set<String> keys, Problems problems) {
        String key = expression.text("key");
        problems.addAll(KubernetesRules.LABEL, expression.get("key"), Names.qualifiedName(key));
        if (!keys.add(key)) {
            problems.add(KubernetesRules.CLAIM, expression.get("key"), "the key \"" + key + "\" stands twice");
        }
        if (problems.required(expression, "values")) {
            Set<String> values = new HashSet<>();
            for (Node value : expression.items("values")) {
                if (!values.add(value.json().asText())) {
                    problems.add(
                            KubernetesRules.CLAIM,
                            value,
                            "the value \"" + value.json().asText() + "\" stands twice");
                }
            }
        }
    }

    private static void parameters(Node parameters, Problems problems) {
        int[] size = {0};
        parameters.fields((key, value) -> {
            size[0] += key.length() + value.json().asText().length();
            if (key.isEmpty()) {
                problems.add(KubernetesRules.CLAIM, value, "a parameter has no name");
            }
        });
        if (size[0] > LARGEST_PARAMETERS || parameters.json().size() > MOST_PARAMETERS) {
            problems.add(
                    KubernetesRules.CLAIM,
                    parameters,
                    "at most " + MOST_PARAMETERS + " parameters of together " + LARGEST_PARAMETERS
                            + " characters are allowed");
        }
    }
}
