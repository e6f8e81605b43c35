package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.NameFormats;
import io.tiphys.verifier.lint.spec.Node;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names, namespaces, labels, annotations, owners. */
final class Metadata {
    private static final int ANNOTATION_BYTES = 256 << 10;
    /** Room for the suffix that the controller adds to the names of Jobs. */
    private static final int LONGEST_CRON_JOB = 52;

    private static final int LONGEST_LABEL = 63;
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "Namespace", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "PriorityClass", "StorageClass");

    /** Kinds of which the server itself sets the generation of a new object. */
    private static final Set<String> NUMBERED = Set.of(
            "CronJob",
            "DaemonSet",
            "Deployment",
            "Ingress",
            "Job",
            "NetworkPolicy",
            "Pod",
            "PodDisruptionBudget",
            "PodTemplate",
            "PriorityClass",
            "ReplicaSet",
            "ReplicationController",
            "StatefulSet");

    private static final List<String> FINALIZERS = List.of("foregroundDeletion", "kubernetes", "orphan");

    private Metadata() {}

    static void check(String kind, Node metadata, Problems problems) {
        name(kind, metadata, problems);
        if (!CLUSTER_WIDE.contains(kind)) {
            namespace(metadata, problems); // of the others, the server drops it
        }
        labels(metadata.get("labels"), problems);
        annotations(metadata.get("annotations"), problems);
        owners(metadata, problems);
        boolean plain = kind.equals("PodDisruptionBudget");
        finalizers(metadata.items("finalizers"), !plain, problems);
        if (!NUMBERED.contains(kind)) {
            problems.notNegative(metadata, "generation");
        }
    }

    /**
     * The names of finalizers.
     *
     * @param qualified whether those without a domain must be Kubernetes' own
     */
    static void finalizers(List<Node> finalizers, boolean qualified, Problems problems) {
        Set<String> names = new HashSet<>();
        for (Node finalizer : finalizers) {
            String name = finalizer.json().asText("");
            names.add(name);
            List<Names.Mistake> wrong = Names.qualifiedName(name);
            problems.addAll(KubernetesRules.META, finalizer, wrong);
            if (wrong.isEmpty() && qualified && !name.contains("/") && !FINALIZERS.contains(name)) {
                problems.add(
                        KubernetesRules.META,
                        finalizer,
                        "\"" + name + "\" has no domain, as in example.com/" + name + ", and is none of "
                                + String.join(", ", FINALIZERS));
            }
            if (names.contains("orphan") && names.contains("foregroundDeletion")) {
                problems.add(KubernetesRules.META, finalizer, "orphan and foregroundDeletion exclude one another");
            }
        }
    }

    /** What is asked of custom resources too, and no rule of theirs says. */
    static void ofCustom(Node metadata, Problems problems) {
        generated("", metadata, problems);
        finalizers(metadata.items("finalizers"), false, problems);
        namespace(metadata, problems);
        owners(metadata, problems);
    }

    private static void name(String kind, Node metadata, Problems problems) {
        String name = metadata.text("name");
        String prefix = metadata.text("generateName");
        if (!isText(metadata.json().path("name")) || !isText(metadata.json().path("generateName"))) {
            return; // the schema says so
        }
        if (name.isEmpty() && prefix.isEmpty() && !kind.equals("LimitRange")) {
            problems.add(KubernetesRules.NAME, metadata, "the object has neither name nor generateName");
        } else if (!name.isEmpty()) {
            problems.addAll(KubernetesRules.NAME, metadata.get("name"), form(kind, name));
        }
        generated(kind, metadata, problems);
        int longest =
                kind.equals("CronJob") ? LONGEST_CRON_JOB : kind.equals("Job") ? LONGEST_LABEL : Integer.MAX_VALUE;
        if (name.length() > longest) {
            problems.add(
                    KubernetesRules.NAME,
                    metadata.get("name"),
                    "the name of a " + kind + " has " + name.length() + " characters; at most " + longest
                            + " are allowed");
        }
    }

    private static boolean isText(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isTextual();
    }

    /** The prefix of generated names, which is judged also where a name stands beside it. */
    private static void generated(String kind, Node metadata, Problems problems) {
        if (kind.equals("ReplicationController") && metadata.hasContent("name")) {
            return; // of this kind the name alone is judged
        }
        problems.name(
                KubernetesRules.NAME, metadata, "generateName", prefix -> form(kind, NameFormats.asPrefix(prefix)));
    }

    private static List<Names.Mistake> form(String kind, String name) {
        return switch (kind) {
            case "Service" ->
                Names.dns1123Label(name).isEmpty() && !Names.dns1035Label(name).isEmpty()
                        ? List.of(Names.Mistake.of("the name of a Service begins with a letter"))
                        : Names.dns1035Label(name);
            case "Namespace", "StatefulSet" -> Names.dns1123Label(name);
            case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "PodDisruptionBudget" ->
                Forms.isPathSegment(name) ? List.of() : List.of(Names.Mistake.of("a name here has no '/' and no '%'"));
            default -> Names.dns1123Subdomain(name);
        };
    }

    private static void namespace(Node metadata, Problems problems) {
        if (metadata.hasContent("namespace")) {
            problems.addAll(
                    KubernetesRules.NAME, metadata.get("namespace"), Names.dns1123Label(metadata.text("namespace")));
        }
    }

    static void labels(Node labels, Problems problems) {
        labels.fields((key, value) -> {
            problems.addKey(KubernetesRules.LABEL, value, key, Names.qualifiedName(key));
            if (value.json().isTextual()) {
                problems.addAll(
                        KubernetesRules.LABEL,
                        value,
                        Names.labelValue(value.json().asText()));
            }
        });
    }

    static void annotations(Node annotations, Problems problems) {
        long[] bytes = {0};
        annotations.fields((key, value) -> {
            problems.addKey(KubernetesRules.LABEL, value, key, Names.qualifiedName(key.toLowerCase(Locale.ROOT)));
            bytes[0] += utf8(key) + utf8(value.json().asText(""));
        });
        if (bytes[0] > ANNOTATION_BYTES) {
            problems.add(
                    KubernetesRules.LABEL,
                    annotations,
                    "the annotations have " + bytes[0] + " bytes; at most " + ANNOTATION_BYTES + " are allowed");
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void owners(Node metadata, Problems problems) {
        int controllers = 0;
        for (Node owner : metadata.items("ownerReferences")) {
            for (String field : List.of("apiVersion", "kind", "name", "uid")) {
                if (!owner.hasContent(field)) {
                    problems.add(KubernetesRules.META, owner.get(field), "the owner reference has no " + field);
                }
            }
            if (owner.json().path("controller").asBoolean() && ++controllers > 1) {
                problems.add(KubernetesRules.META, owner, "a second owner has controller: true; only one may");
            }
        }
    }
}
