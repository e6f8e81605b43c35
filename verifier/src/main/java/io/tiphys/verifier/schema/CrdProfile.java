package io.tiphys.verifier.schema;

import java.util.Locale;

/** Which of Argo's two sets of custom resource definitions the cluster has. */
public enum CrdProfile {
    /** With all types and rules; Argo's default from 4.0. */
    FULL,
    /** Without a schema of the spec: the API server takes anything in it. */
    MINIMAL;

    /** The name in settings and reports: {@code full}, {@code minimal}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
