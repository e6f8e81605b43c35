package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Where artifacts come from. */
final class Artifacts {
    static final List<String> LOCATIONS =
            List.of("raw", "http", "git", "s3", "gcs", "azure", "oss", "hdfs", "artifactory", "plugin");

    private Artifacts() {}

    /** Whether an artifact says where it is stored. */
    static boolean hasLocation(Node artifact) {
        return LOCATIONS.stream().anyMatch(artifact::has);
    }
}
