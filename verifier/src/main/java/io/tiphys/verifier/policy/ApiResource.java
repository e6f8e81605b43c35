package io.tiphys.verifier.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a kind is called in the API.
 *
 * @param group API group; empty for the core group
 * @param version API version
 * @param kind the kind
 * @param resource its plural in paths: {@code pods}
 * @param namespaced whether its objects live in namespaces
 */
public record ApiResource(String group, String version, String kind, String resource, boolean namespaced) {

    private static final Set<String> CLUSTER_KINDS = Set.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "ClusterWorkflowTemplate",
            "ClusterRole",
            "ClusterRoleBinding",
            "StorageClass",
            "PriorityClass",
            "IngressClass",
            "RuntimeClass",
            "CSIDriver",
            "CSINode",
            "VolumeAttachment",
            "CustomResourceDefinition",
            "APIService",
            "CertificateSigningRequest",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ClusterQueue",
            "ResourceFlavor");
    private static final Map<String, String> IRREGULAR = Map.of("Endpoints", "endpoints");
    private static final List<String> SIBILANTS = List.of("s", "x", "z", "ch", "sh");

    /** Pods. */
    public static final ApiResource PODS = of("v1", "Pod");

    /** The resource of a kind, by the rules of the language for plurals, which Kubernetes' names follow. */
    public static ApiResource of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new ApiResource(
                group, apiVersion.substring(slash + 1), kind, plural(kind), !CLUSTER_KINDS.contains(kind));
    }

    private static String plural(String kind) {
        String irregular = IRREGULAR.get(kind);
        if (irregular != null) {
            return irregular;
        }
        String name = kind.toLowerCase(Locale.ROOT);
        if (SIBILANTS.stream().anyMatch(name::endsWith)) {
            return name + "es";
        }
        boolean changes =
                name.endsWith("y") && name.length() > 1 && "aeiou".indexOf(name.charAt(name.length() - 2)) < 0;
        return changes ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    /** {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
