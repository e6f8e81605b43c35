package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.NameFormats;
import io.tiphys.verifier.lint.spec.Node;
import java.nio.charset.StandardCharsets;
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

    private Metadata() {}

    static void check(String kind, Node metadata, Problems problems) {
        name(kind, metadata, problems);
        if (CLUSTER_WIDE.contains(kind)) {
            if (metadata.hasContent("namespace")) {
                problems.add(KubernetesRules.NAME, metadata.get("namespace"), "a " + kind + " is in no namespace");
            }
        } else {
            namespace(metadata, problems);
        }
        labels(metadata.get("labels"), problems);
        annotations(metadata.get("annotations"), problems);
        owners(metadata, problems);
        metadata.items("finalizers")
                .forEach(item -> problems.addAll(
                        KubernetesRules.META,
                        item,
                        Names.qualifiedName(item.json().asText(""))));
    }

    /** What is asked of custom resources too, and no rule of theirs says. */
    static void ofCustom(Node metadata, Problems problems) {
        namespace(metadata, problems);
        owners(metadata, problems);
    }

    private static void name(String kind, Node metadata, Problems problems) {
        String name = metadata.text("name");
        String prefix = metadata.text("generateName");
        if (!isText(metadata.json().path("name")) || !isText(metadata.json().path("generateName"))) {
            return; // the schema says so
        }
        if (name.isEmpty() && prefix.isEmpty()) {
            problems.add(KubernetesRules.NAME, metadata, "the object has neither name nor generateName");
        } else if (name.isEmpty()) {
            problems.addAll(
                    KubernetesRules.NAME, metadata.get("generateName"), form(kind, NameFormats.asPrefix(prefix)));
        } else {
            problems.addAll(KubernetesRules.NAME, metadata.get("name"), form(kind, name));
        }
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

    private static List<Names.Mistake> form(String kind, String name) {
        return switch (kind) {
            case "Service" ->
                Names.dns1123Label(name).isEmpty() && !Names.dns1035Label(name).isEmpty()
                        ? List.of(new Names.Mistake("the name of a Service begins with a letter", ""))
                        : Names.dns1035Label(name);
            case "Namespace" -> Names.dns1123Label(name);
            case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
                Forms.isPathSegment(name)
                        ? List.of()
                        : List.of(new Names.Mistake("a name here has no '/' and no '%'", ""));
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

    private static void annotations(Node annotations, Problems problems) {
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
