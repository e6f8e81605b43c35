package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Where artifacts are stored. */
final class Locations {
    /** The order in which Argo looks for the one that counts. */
    private static final List<String> ORDER =
            List.of("artifactory", "azure", "git", "gcs", "hdfs", "http", "oss", "raw", "s3", "plugin");

    private Locations() {}

    /** Whether an artifact says where it is stored, or under which key in the artifact repository. */
    static boolean hasLocationOrKey(JsonNode artifact) {
        for (String kind : ORDER) {
            if (Fields.has(artifact, kind)) {
                return hasLocationOrKey(kind, artifact.path(kind));
            }
        }
        return false;
    }

    private static boolean hasLocationOrKey(String kind, JsonNode place) {
        return switch (kind) {
            case "artifactory" ->
                hasPath(place) || (!Fields.text(place, "url").isEmpty() && Fields.has(place, "usernameSecret"));
            case "azure" -> !Fields.text(place, "blob").isEmpty();
            case "git" -> !Fields.text(place, "repo").isEmpty();
            case "hdfs" ->
                !place.path("addresses").isEmpty()
                        || !Fields.text(place, "path").isEmpty();
            case "http" -> !Fields.text(place, "url").isEmpty();
            case "raw" -> true;
            default -> !Fields.text(place, "key").isEmpty();
        };
    }

    private static boolean hasPath(JsonNode place) {
        try {
            String path = new URI(Fields.text(place, "url")).getRawPath();
            return path != null && !path.isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What is wrong with a location; only of git and HDFS anything is looked at. */
    static Optional<String> problem(JsonNode artifact) {
        if (Fields.has(artifact, "git")
                && Fields.text(artifact.path("git"), "repo").isEmpty()) {
            return Optional.of("git has no repo");
        }
        return Fields.has(artifact, "hdfs") ? hdfs(artifact.path("hdfs")) : Optional.empty();
    }

    private static Optional<String> hdfs(JsonNode hdfs) {
        boolean cache = Fields.has(hdfs, "krbCCacheSecret");
        boolean keytab = Fields.has(hdfs, "krbKeytabSecret");
        if (hdfs.path("addresses").isEmpty()) {
            return Optional.of("hdfs has no addresses");
        }
        if (!Fields.text(hdfs, "path").startsWith("/")) {
            return Optional.of("the path of hdfs is not absolute: \"" + Fields.text(hdfs, "path") + "\"");
        }
        if (Fields.text(hdfs, "hdfsUser").isEmpty() && !cache && !keytab) {
            return Optional.of("hdfs has none of hdfsUser, krbCCacheSecret and krbKeytabSecret");
        }
        boolean service =
                !Fields.text(hdfs, "krbServicePrincipalName").isEmpty() && Fields.has(hdfs, "krbConfigConfigMap");
        if ((keytab || cache) && !service) {
            return Optional.of("hdfs with Kerberos needs krbServicePrincipalName and krbConfigConfigMap");
        }
        boolean user = !Fields.text(hdfs, "krbUsername").isEmpty()
                && !Fields.text(hdfs, "krbRealm").isEmpty();
        return keytab && !user
                ? Optional.of("hdfs with krbKeytabSecret needs krbUsername and krbRealm")
                : Optional.empty();
    }
}
