package io.tiphys.verifier.schema;

import java.util.List;

/**
 * What the cluster is like.
 *
 * @param argoVersion one of {@link #ARGO_VERSIONS}
 * @param crds the custom resource definitions it has
 * @param kubernetesVersion minor version, such as {@code 1.35}
 */
public record SchemaSettings(String argoVersion, CrdProfile crds, String kubernetesVersion) {

    /** The minor versions of Argo that are known, the oldest first. */
    public static final List<String> ARGO_VERSIONS = List.of("3.6", "3.7", "4.0", "4.1");

    /** Argo 4.1 with full CRDs on Kubernetes 1.35. */
    public static final SchemaSettings DEFAULT = new SchemaSettings("4.1", CrdProfile.FULL, "1.35");

    public SchemaSettings {
        if (!ARGO_VERSIONS.contains(argoVersion)) {
            throw new IllegalArgumentException(
                    "Argo \"" + argoVersion + "\" is not known; known are " + String.join(", ", ARGO_VERSIONS));
        }
    }

    /** The CRDs that Argo installs by default in a version. */
    public static CrdProfile defaultCrds(String argoVersion) {
        return ARGO_VERSIONS.indexOf(argoVersion) >= ARGO_VERSIONS.indexOf("4.0")
                ? CrdProfile.FULL
                : CrdProfile.MINIMAL;
    }
}
