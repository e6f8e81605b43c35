package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The volumes of a pod. */
final class Volumes {
    private static final Set<String> FIELDS =
            Set.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");
    private static final int LARGEST_MODE = 511;

    private Volumes() {}

    /**
     * Judges them; by their names, themselves.
     *
     * @param pod the name of the pod, empty where it is not known
     */
    static Map<String, Node> check(String pod, Node spec, Problems problems) {
        Map<String, Node> names = new HashMap<>();
        for (Node volume : spec.items("volumes")) {
            String name = volume.text("name");
            if (problems.required(volume, "name")) {
                problems.addAll(KubernetesRules.VOLUME, volume.get("name"), Names.dns1123Label(name));
                if (names.put(name, volume) != null) {
                    problems.add(
                            KubernetesRules.VOLUME, volume.get("name"), "another volume is named \"" + name + "\" too");
                }
            }
            oneSource(volume, problems);
            VolumeSources.check(name, volume, problems);
            source(volume, problems);
            if (volume.has("ephemeral") && !pod.isEmpty() && !name.isEmpty()) {
                problems.addAll(
                        KubernetesRules.VOLUME,
                        volume.get("name"),
                        Names.dns1123Subdomain(pod + "-" + name).stream()
                                .map(mistake -> mistake.of("the name of its claim", pod + "-" + name))
                                .toList());
            }
        }
        if (!pod.isEmpty()) {
            claimed(pod, spec, names, problems);
        }
        return names;
    }

    /** The claim of an ephemeral volume is not for another volume. */
    private static void claimed(String pod, Node spec, Map<String, Node> names, Problems problems) {
        for (Node volume : spec.items("volumes")) {
            Node claim = volume.get("persistentVolumeClaim").get("claimName");
            String name = claim.json().asText();
            Node other = name.startsWith(pod + "-") ? names.get(name.substring(pod.length() + 1)) : null;
            if (other != null && other.has("ephemeral")) {
                problems.add(KubernetesRules.VOLUME, claim, "\"" + name + "\" is the claim of an ephemeral volume");
            }
        }
    }

    /** A volume without a source is an empty directory. */
    private static void oneSource(Node volume, Problems problems) {
        List<String> sources = new ArrayList<>();
        volume.fields((field, value) -> {
            if (!field.equals("name")) {
                sources.add(field);
            }
        });
        for (String more : sources.stream().skip(1).toList()) {
            problems.add(
                    KubernetesRules.VOLUME,
                    volume.get(more),
                    "the volume has " + sources.get(0) + " and " + more + "; only one source is allowed");
        }
    }

    private static void source(Node volume, Problems problems) {
        Node empty = volume.get("emptyDir");
        if (Amounts.isNegative(empty.json().path("sizeLimit"))) {
            problems.add(KubernetesRules.VOLUME, empty.get("sizeLimit"), "the size is negative");
        }
        if (volume.has("secret")) {
            problems.required(volume.get("secret"), "secretName");
            files(volume.get("secret"), problems);
        }
        if (volume.has("configMap")) {
            problems.required(volume.get("configMap"), "name");
            files(volume.get("configMap"), problems);
        }
        if (volume.has("persistentVolumeClaim")) {
            problems.required(volume.get("persistentVolumeClaim"), "claimName");
        }
        if (volume.has("downwardAPI")) {
            downward(volume.get("downwardAPI"), problems);
        }
        Projections.check(volume.get("projected"), problems);
        for (String source : List.of("cinder", "storageos")) {
            if (volume.get(source).has("secretRef")) {
                problems.required(volume.get(source).get("secretRef"), "name");
            }
        }
        Node secret = volume.get("csi").get("nodePublishSecretRef");
        if (volume.get("csi").has("nodePublishSecretRef") && problems.required(secret, "name")) {
            problems.name(KubernetesRules.VOLUME, secret, "name", Names::dns1123Subdomain);
        }
        problems.choice(volume.get("image"), "pullPolicy", List.of("Always", "IfNotPresent", "Never"));
        if (volume.has("ephemeral") && problems.required(volume.get("ephemeral"), "volumeClaimTemplate")) {
            ephemeral(volume.get("ephemeral").get("volumeClaimTemplate"), problems);
        }
    }

    private static void ephemeral(Node template, Problems problems) {
        Node metadata = template.get("metadata");
        Metadata.labels(metadata.get("labels"), problems);
        Metadata.annotations(metadata.get("annotations"), problems);
        metadata.fields((field, value) -> {
            boolean content = value.json().isContainerNode()
                    ? !value.json().isEmpty()
                    : !value.json().asText().isEmpty();
            if (!field.equals("labels") && !field.equals("annotations") && content) {
                problems.add(
                        KubernetesRules.VOLUME,
                        value,
                        "the template of a claim has labels and annotations, no " + field);
            }
        });
        Claims.claim(template.get("spec"), false, problems);
    }

    /** Modes and items of what becomes files. */
    static void files(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        for (Node item : source.items("items")) {
            problems.required(item, "key");
            file(item, problems);
        }
    }

    private static void file(Node item, Problems problems) {
        problems.range(item, "mode", 0, LARGEST_MODE);
        if (problems.required(item, "path")) {
            path(item, "path", problems);
        }
    }

    /** A path inside the volume. */
    static void path(Node owner, String field, Problems problems) {
        String path = owner.text(field);
        if (path.startsWith("/") || Forms.leadsOut(path) || path.startsWith("..")) {
            problems.add(
                    KubernetesRules.VOLUME, owner.get(field), "\"" + path + "\" must be a relative path without '..'");
        }
    }

    static void downward(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        for (Node item : source.items("items")) {
            file(item, problems);
            problems.oneOf(KubernetesRules.VOLUME, item, List.of("fieldRef", "resourceFieldRef"), "the item");
            if (item.has("fieldRef")) {
                Env.field(item.get("fieldRef"), FIELDS, problems);
            } else if (item.has("resourceFieldRef")) {
                problems.required(item.get("resourceFieldRef"), "containerName");
                Env.resource(item.get("resourceFieldRef"), problems);
            }
        }
    }
}
