package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/**
 * Where an artifact is kept, as the controller reads it: the first kind that is there counts, and a location is complete
 * only with all that its driver needs.
 */
final class ArtifactLocation {
    /** The order in which the controller looks for the secrets of a location; it is another one than for the location. */
    private static final List<String> WITH_SECRETS =
            List.of("s3", "git", "artifactory", "hdfs", "oss", "gcs", "http", "azure");

    /** The kinds of a repository in the order in which the controller looks for one. */
    private static final List<String> OF_REPOSITORIES =
            List.of("artifactory", "azure", "gcs", "hdfs", "oss", "plugin", "s3");

    private ArtifactLocation() {}

    /** The kind of a repository, or empty. */
    static String kindOfRepository(JsonNode repository) {
        return first(OF_REPOSITORIES, repository);
    }

    private static String first(List<String> kinds, JsonNode location) {
        return kinds.stream()
                .filter(kind -> Json.isPresent(location.path(kind)))
                .findFirst()
                .orElse("");
    }

    /** Whether the artifact says all of where it is; else the controller asks the repository. */
    static boolean isComplete(JsonNode artifact) {
        String kind = first(ArgumentJoin.LOCATIONS, artifact);
        JsonNode location = artifact.path(kind);
        return switch (kind) {
            case "" -> false;
            case "artifactory" -> Json.isSet(location.path("url")) && Json.isPresent(location.path("usernameSecret"));
            case "azure" -> areSet(location, "endpoint", "container", "blob");
            case "gcs" -> areSet(location, "bucket", "key");
            case "git" -> areSet(location, "repo");
            case "hdfs" -> areSet(location, "addresses");
            case "http" -> areSet(location, "url");
            case "oss", "s3" -> areSet(location, "endpoint", "bucket", "key");
            case "plugin" -> areSet(location, "name", "configuration", "key");
            default -> true;
        };
    }

    /** Whether it says at least under which key it is kept. */
    static boolean hasKey(JsonNode artifact) {
        String kind = first(ArgumentJoin.LOCATIONS, artifact);
        JsonNode location = artifact.path(kind);
        return switch (kind) {
            case "artifactory", "http" -> hasPath(location.path("url").asText());
            case "azure" -> areSet(location, "blob");
            case "hdfs" -> areSet(location, "path");
            case "gcs", "oss", "s3", "plugin" -> areSet(location, "key");
            default -> false;
        };
    }

    private static boolean hasPath(String url) {
        int host = url.indexOf("://");
        String rest = host < 0 ? url : url.substring(host + 3);
        return host < 0 ? !rest.isEmpty() : rest.indexOf('/') >= 0;
    }

    private static boolean areSet(JsonNode location, String... fields) {
        for (String field : fields) {
            if (!Json.isSet(location.path(field))) {
                return false;
            }
        }
        return true;
    }

    /** The references to secrets that the drivers of a location read, in the controller's order. */
    static List<JsonNode> secrets(JsonNode location) {
        String kind = WITH_SECRETS.stream()
                .filter(each -> Json.isPresent(location.path(each)))
                .filter(each -> !each.equals("http") || location.path("http").has("auth"))
                .findFirst()
                .orElse("");
        JsonNode own = location.path(kind);
        return switch (kind) {
            case "s3" ->
                List.of(
                        own.path("accessKeySecret"),
                        own.path("secretKeySecret"),
                        own.path("sessionTokenSecret"),
                        customerKey(own.path("encryptionOptions")),
                        own.path("caSecret"));
            case "git" ->
                List.of(own.path("usernameSecret"), own.path("passwordSecret"), own.path("sshPrivateKeySecret"));
            case "artifactory" -> List.of(own.path("usernameSecret"), own.path("passwordSecret"));
            case "hdfs" -> List.of(own.path("krbCCacheSecret"), own.path("krbKeytabSecret"));
            case "oss" -> List.of(own.path("accessKeySecret"), own.path("secretKeySecret"));
            case "gcs" -> List.of(own.path("serviceAccountKeySecret"));
            case "http" -> ofHttp(own.path("auth"));
            case "azure" -> List.of(own.path("accountKeySecret"));
            default -> List.of();
        };
    }

    private static JsonNode customerKey(JsonNode encryption) {
        return Optional.of(encryption)
                .filter(options -> options.path("enableEncryption").booleanValue())
                .map(options -> options.path("serverSideCustomerKeySecret"))
                .orElse(MissingNode.getInstance());
    }

    private static List<JsonNode> ofHttp(JsonNode auth) {
        return List.of(
                auth.path("basicAuth").path("usernameSecret"),
                auth.path("basicAuth").path("passwordSecret"),
                auth.path("clientCert").path("clientCertSecret"),
                auth.path("clientCert").path("clientKeySecret"),
                auth.path("oauth2").path("clientIDSecret"),
                auth.path("oauth2").path("clientSecretSecret"),
                auth.path("oauth2").path("tokenURLSecret"));
    }
}
