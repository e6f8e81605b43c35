package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes of a pod. */
final class Volumes {
    private static final List<String> HOST_TYPES =
            List.of("DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice");
    private static final Set<String> FIELDS =
            Set.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");
    private static final List<String> PROJECTED = List.of(
            "clusterTrustBundle", "configMap", "downwardAPI", "podCertificate", "secret", "serviceAccountToken");
    private static final int LARGEST_MODE = 511;

    private Volumes() {}

    /** Judges them; their names. */
    static Set<String> check(Node spec, Problems problems) {
        Set<String> names = new HashSet<>();
        for (Node volume : spec.items("volumes")) {
            String name = volume.text("name");
            if (problems.required(volume, "name")) {
                problems.addAll(KubernetesRules.VOLUME, volume.get("name"), Names.dns1123Label(name));
                if (!names.add(name)) {
                    problems.add(
                            KubernetesRules.VOLUME, volume.get("name"), "another volume is named \"" + name + "\" too");
                }
            }
            oneSource(volume, problems);
            source(volume, problems);
        }
        return names;
    }

    /** A volume without a source is an empty directory. */
    private static void oneSource(Node volume, Problems problems) {
        List<String> sources = new ArrayList<>();
        volume.fields((field, value) -> {
            if (!field.equals("name") && !value.json().isNull()) {
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
        if (volume.has("hostPath")) {
            hostPath(volume.get("hostPath"), problems);
        }
        if (volume.has("emptyDir")) {
            emptyDir(volume.get("emptyDir"), problems);
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
        if (volume.has("projected")) {
            projected(volume.get("projected"), problems);
        }
        if (volume.has("nfs")) {
            Node nfs = volume.get("nfs");
            problems.required(nfs, "server");
            if (problems.required(nfs, "path") && !nfs.text("path").startsWith("/")) {
                problems.add(
                        KubernetesRules.VOLUME,
                        nfs.get("path"),
                        "\"" + nfs.text("path") + "\" must be an absolute path");
            }
        }
        if (volume.has("csi")) {
            problems.required(volume.get("csi"), "driver");
        }
        if (volume.has("ephemeral") && problems.required(volume.get("ephemeral"), "volumeClaimTemplate")) {
            Node claim = volume.get("ephemeral").get("volumeClaimTemplate");
            if (problems.required(claim, "spec")) {
                Claims.claim(claim.get("spec"), problems);
            }
        }
    }

    private static void hostPath(Node source, Problems problems) {
        if (problems.required(source, "path") && Forms.leadsOut(source.text("path"))) {
            problems.add(KubernetesRules.VOLUME, source.get("path"), "\"" + source.text("path") + "\" contains '..'");
        }
        problems.choice(source, "type", HOST_TYPES);
    }

    private static void emptyDir(Node source, Problems problems) {
        if (Amounts.isNegative(source.json().path("sizeLimit"))) {
            problems.add(KubernetesRules.VOLUME, source.get("sizeLimit"), "the size is negative");
        }
    }

    /** Modes and items of what becomes files. */
    private static void files(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        for (Node item : source.items("items")) {
            problems.required(item, "key");
            file(item, problems);
        }
    }

    private static void file(Node item, Problems problems) {
        problems.range(item, "mode", 0, LARGEST_MODE);
        if (problems.required(item, "path")) {
            String path = item.text("path");
            if (path.startsWith("/") || Forms.leadsOut(path) || path.startsWith("..")) {
                problems.add(
                        KubernetesRules.VOLUME,
                        item.get("path"),
                        "\"" + path + "\" must be a relative path without '..'");
            }
        }
    }

    private static void downward(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        for (Node item : source.items("items")) {
            file(item, problems);
            problems.oneOf(KubernetesRules.VOLUME, item, List.of("fieldRef", "resourceFieldRef"), "the item");
            if (item.has("fieldRef")) {
                Env.field(item.get("fieldRef"), FIELDS, problems);
            }
            if (item.has("resourceFieldRef")) {
                problems.required(item.get("resourceFieldRef"), "containerName");
                problems.required(item.get("resourceFieldRef"), "resource");
            }
        }
    }

    private static void projected(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        for (Node part : source.items("sources")) {
            problems.oneOf(KubernetesRules.VOLUME, part, PROJECTED, "the source");
            for (String named : List.of("secret", "configMap")) {
                if (part.has(named)) {
                    problems.required(part.get(named), "name");
                    files(part.get(named), problems);
                }
            }
            if (part.has("downwardAPI")) {
                downward(part.get("downwardAPI"), problems);
            }
            if (part.has("serviceAccountToken")) {
                problems.required(part.get("serviceAccountToken"), "path");
                problems.range(part.get("serviceAccountToken"), "expirationSeconds", 600, 1L << 32);
            }
        }
    }
}
