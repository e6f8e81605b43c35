package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What is set of every new object: its namespace, its first status, what its kind makes by itself. */
final class Created {
    /** In the place of what the server draws at random. */
    private static final String SUFFIX = "xxxxx";

    private static final String UID = "00000000-0000-0000-0000-000000000000";
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "Namespace",
            "PersistentVolume",
            "ClusterRole",
            "ClusterRoleBinding",
            "PriorityClass",
            "StorageClass",
            "ClusterWorkflowTemplate");

    private Created() {}

    static void metadata(ObjectNode object) {
        ObjectNode metadata =
                object.path("metadata") instanceof ObjectNode known ? known : object.putObject("metadata");
        if (metadata.path("name").asText("").isEmpty() && metadata.hasNonNull("generateName")) {
            metadata.put("name", metadata.path("generateName").asText() + SUFFIX);
        }
        boolean namespaced = !CLUSTER_WIDE.contains(object.path("kind").asText());
        if (namespaced && metadata.path("namespace").asText("").isEmpty()) {
            metadata.put("namespace", "default");
        }
    }

    static void apply(ObjectNode object) {
        String kind = object.path("kind").asText();
        JsonNode status = kind.equals("Pod") ? Quality.status(object) : Table.status(kind);
        if (!status.isMissingNode()) {
            object.set("status", status);
        }
        switch (kind) {
            case "Pod" -> AppArmor.apply(object);
            case "Job" -> job(object);
            case "DaemonSet" -> {
                ObjectNode metadata = (ObjectNode) object.path("metadata");
                ObjectNode annotations = metadata.path("annotations") instanceof ObjectNode known
                        ? known
                        : metadata.putObject("annotations");
                annotations.put("deprecated.daemonset.template.generation", "1");
            }
            case "Namespace" -> {
                ObjectNode spec = object.path("spec") instanceof ObjectNode known ? known : object.putObject("spec");
                if (!spec.has("finalizers")) {
                    spec.putArray("finalizers").add("kubernetes");
                }
            }
            case "Service" -> service(object);
            default -> {}
        }
    }

    private static void job(ObjectNode object) {
        if (!(object.path("spec") instanceof ObjectNode spec)
                || spec.path("manualSelector").asBoolean()) {
            return;
        }
        ObjectNode template = spec.path("template") instanceof ObjectNode known ? known : spec.putObject("template");
        ObjectNode metadata =
                template.path("metadata") instanceof ObjectNode known ? known : template.putObject("metadata");
        ObjectNode labels = metadata.path("labels") instanceof ObjectNode known ? known : metadata.putObject("labels");
        String name = object.path("metadata").path("name").asText("");
        labels.put("batch.kubernetes.io/controller-uid", UID)
                .put("batch.kubernetes.io/job-name", name)
                .put("controller-uid", UID)
                .put("job-name", name);
        spec.putObject("selector").putObject("matchLabels").put("batch.kubernetes.io/controller-uid", UID);
    }

    /** Addresses are the cluster's: that it gives one of the fourth version is all that is known. */
    private static void service(ObjectNode object) {
        if (!(object.path("spec") instanceof ObjectNode spec)
                || spec.path("type").asText().equals("ExternalName")) {
            return;
        }
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        if (!spec.has("ipFamilyPolicy")) {
            spec.put("ipFamilyPolicy", "SingleStack");
        }
        if (!spec.has("clusterIP")) {
            spec.put("clusterIP", "10.96.0.0");
        }
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(spec.path("clusterIP").asText());
        }
    }
}
