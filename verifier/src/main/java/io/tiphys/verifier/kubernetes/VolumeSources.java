package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What is asked of the sources of volumes that pods and PersistentVolumes have in common. */
final class VolumeSources {
    private static final List<String> HOST_TYPES =
            List.of("DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice");
    /** Fields that need content, by source. */
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("awsElasticBlockStore", List.of("volumeID")),
            Map.entry("azureDisk", List.of("diskName", "diskURI")),
            Map.entry("azureFile", List.of("secretName", "shareName")),
            Map.entry("cephfs", List.of("monitors")),
            Map.entry("cinder", List.of("volumeID")),
            Map.entry("csi", List.of("driver")),
            Map.entry("flexVolume", List.of("driver")),
            Map.entry("gcePersistentDisk", List.of("pdName")),
            Map.entry("gitRepo", List.of("repository")),
            Map.entry("glusterfs", List.of("endpoints", "path")),
            Map.entry("iscsi", List.of("targetPortal", "iqn")),
            Map.entry("local", List.of("path")),
            Map.entry("nfs", List.of("server", "path")),
            Map.entry("photonPersistentDisk", List.of("pdID")),
            Map.entry("portworxVolume", List.of("volumeID")),
            Map.entry("quobyte", List.of("registry", "volume")),
            Map.entry("rbd", List.of("monitors", "image")),
            Map.entry("scaleIO", List.of("gateway", "system", "volumeName")),
            Map.entry("storageos", List.of("volumeName")),
            Map.entry("vsphereVolume", List.of("volumePath")));

    private static final List<Pattern> INITIATORS = List.of(
            Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\s]+"),
            Pattern.compile("eui.[A-Za-z0-9]{16}"),
            Pattern.compile("naa.[A-Za-z0-9]{32}"));
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\[\\]]*\\]|[^:\\[\\]]*):[^:\\[\\]]*");
    private static final int LONGEST_TENANT = 64;
    private static final int LONGEST_PORTAL = 64;

    private VolumeSources() {}

    /** Judges the sources of a volume of that name. */
    static void check(String name, Node volume, Problems problems) {
        NEEDED.forEach((source, fields) -> {
            if (volume.has(source)) {
                fields.forEach(field -> problems.required(volume.get(source), field));
            }
        });
        hostPath(volume.get("hostPath"), volume.has("hostPath"), problems);
        iscsi(name, volume.get("iscsi"), problems);
        fibreChannel(volume.get("fc"), volume.has("fc"), problems);
        disks(volume, problems);
        paths(volume, problems);
        flocker(volume.get("flocker"), volume.has("flocker"), problems);
        quobyte(volume.get("quobyte"), problems);
        volume.get("flexVolume").get("options").fields((key, value) -> {
            String domain = "." + key.split("/", 2)[0].toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                problems.add(
                        KubernetesRules.VOLUME,
                        value,
                        "the option \"" + key + "\" is in a domain that is reserved for Kubernetes");
            }
        });
        for (String field : List.of("volumeName", "volumeNamespace")) {
            problems.name(KubernetesRules.VOLUME, volume.get("storageos"), field, Names::dns1123Label);
        }
        String driver = volume.get("csi").text("driver");
        if (!driver.isEmpty()) {
            problems.addAll(
                    KubernetesRules.VOLUME,
                    volume.get("csi").get("driver"),
                    driver.length() > LONGEST_LABEL
                            ? List.of(Names.Mistake.of(
                                    "the name of a driver has at most " + LONGEST_LABEL + " characters"))
                            : Names.dns1123Subdomain(driver.toLowerCase(Locale.ROOT)));
        }
    }

    private static final int LONGEST_LABEL = 63;

    private static void hostPath(Node source, boolean there, Problems problems) {
        if (there && problems.required(source, "path")) {
            inside(source, "path", problems);
            problems.choice(source, "type", HOST_TYPES);
        }
    }

    private static void paths(Node volume, Problems problems) {
        inside(volume.get("local"), "path", problems);
        inside(volume.get("gitRepo"), "directory", problems);
        if (volume.get("gitRepo").text("directory").startsWith("/")) {
            problems.add(KubernetesRules.VOLUME, volume.get("gitRepo").get("directory"), "directory must be relative");
        }
        Node nfs = volume.get("nfs");
        if (nfs.hasContent("path") && !nfs.text("path").startsWith("/")) {
            problems.add(
                    KubernetesRules.VOLUME, nfs.get("path"), "\"" + nfs.text("path") + "\" must be an absolute path");
        }
    }

    private static void inside(Node source, String field, Problems problems) {
        if (Forms.leadsOut(source.text(field))) {
            problems.add(KubernetesRules.VOLUME, source.get(field), "\"" + source.text(field) + "\" contains '..'");
        }
    }

    private static void iscsi(String name, Node source, Problems problems) {
        for (String field : List.of("iqn", "initiatorName")) {
            boolean judged = field.equals("iqn") ? source.hasContent(field) : source.has(field);
            String text = source.text(field);
            if (judged
                    && INITIATORS.stream().noneMatch(form -> form.matcher(text).find())) {
                problems.add(
                        KubernetesRules.VOLUME,
                        source.get(field),
                        "\"" + text + "\" is no name such as iqn.2001-04.com.example:disk");
            }
        }
        problems.range(source, "lun", 0, 255);
        boolean signs = source.json().path("chapAuthDiscovery").asBoolean()
                || source.json().path("chapAuthSession").asBoolean();
        if (signs && !source.has("secretRef")) {
            problems.required(source, "secretRef");
        }
        if (source.has("initiatorName") && (name + ":" + source.text("targetPortal")).length() > LONGEST_PORTAL) {
            problems.add(
                    KubernetesRules.VOLUME,
                    source.get("targetPortal"),
                    "with initiatorName, the name of the volume and targetPortal have together at most "
                            + (LONGEST_PORTAL - 1) + " characters");
        }
    }

    private static void fibreChannel(Node source, boolean there, Problems problems) {
        if (!there) {
            return;
        }
        boolean targets = source.hasContent("targetWWNs");
        if (targets == source.hasContent("wwids")) {
            problems.add(KubernetesRules.VOLUME, source, "fc needs either targetWWNs or wwids");
        }
        if (targets) {
            if (!source.has("lun")) {
                problems.required(source, "lun");
            }
            problems.range(source, "lun", 0, 255);
        }
    }

    private static void disks(Node volume, Problems problems) {
        problems.range(volume.get("gcePersistentDisk"), "partition", 0, 255);
        problems.range(volume.get("awsElasticBlockStore"), "partition", 0, 255);
        Node azure = volume.get("azureDisk");
        problems.exactly(azure, "cachingMode", List.of("None", "ReadOnly", "ReadWrite"));
        problems.exactly(azure, "kind", List.of("Dedicated", "Managed", "Shared"));
        String start = azure.text("kind").equals("Managed") ? "/subscriptions/" : "https://";
        if (azure.has("diskURI") && !azure.text("diskURI").startsWith(start) && azure.hasContent("kind")) {
            problems.add(
                    KubernetesRules.VOLUME,
                    azure.get("diskURI"),
                    "the diskURI of a disk of kind " + azure.text("kind") + " begins with " + start);
        } else if (volume.has("azureDisk")
                && !azure.has("kind")
                && !azure.text("diskURI").startsWith("https://")) {
            problems.add(
                    KubernetesRules.VOLUME,
                    azure.get("diskURI"),
                    "the diskURI of a disk of kind Shared, which is the default, begins with https://");
        }
    }

    private static void flocker(Node source, boolean there, Problems problems) {
        if (!there) {
            return;
        }
        if (source.hasContent("datasetName") == source.hasContent("datasetUUID")) {
            problems.add(KubernetesRules.VOLUME, source, "flocker needs either datasetName or datasetUUID");
        }
        if (source.text("datasetName").contains("/")) {
            problems.add(KubernetesRules.VOLUME, source.get("datasetName"), "datasetName contains '/'");
        }
    }

    private static void quobyte(Node source, Problems problems) {
        if (source.text("tenant").length() > LONGEST_TENANT) {
            problems.add(
                    KubernetesRules.VOLUME,
                    source.get("tenant"),
                    "tenant has at most " + LONGEST_TENANT + " characters");
        }
        String registry = source.text("registry");
        if (!registry.isEmpty()
                && !Arrays.stream(registry.split(",", -1))
                        .allMatch(pair -> HOST_PORT.matcher(pair).matches())) {
            problems.add(
                    KubernetesRules.VOLUME,
                    source.get("registry"),
                    "\"" + registry + "\" is no list of hosts with ports such as a:1,b:2");
        }
    }
}
