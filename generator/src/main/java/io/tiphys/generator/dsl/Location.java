package io.tiphys.generator.dsl;

import io.tiphys.model.argo.ArtifactoryArtifact;
import io.tiphys.model.argo.AzureArtifact;
import io.tiphys.model.argo.GCSArtifact;
import io.tiphys.model.argo.GitArtifact;
import io.tiphys.model.argo.HDFSArtifact;
import io.tiphys.model.argo.HTTPArtifact;
import io.tiphys.model.argo.OSSArtifact;
import io.tiphys.model.argo.PluginArtifact;
import io.tiphys.model.argo.S3Artifact;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.List;

/** Where an artifact is kept: a bucket's key, a Git repository, a URL, the text itself. Immutable. */
public final class Location {
    /** The fields of Argo's artifact that say where it is. */
    static final List<String> KINDS = List.of(
            "s3",
            "gcs",
            "azure",
            "oss",
            "hdfs",
            "http",
            "git",
            "raw",
            "artifactory",
            "plugin",
            "from",
            "fromExpression");

    private final String kind;
    private final Fields fields;
    private final List<Object> sources;

    private Location(String kind, Fields fields, List<Object> sources) {
        this.kind = kind;
        this.fields = fields;
        this.sources = List.copyOf(sources);
    }

    private static Location of(String kind, String field, Object value) {
        return new Location(kind, Fields.NONE.set(field, Texts.of(field, value)), List.of(value));
    }

    private static Location of(String kind, ApiObject<?> model) {
        return new Location(kind, Fields.given(kind, model).fields(), List.of());
    }

    /** A key in the S3 bucket of the artifact repository. */
    public static Location s3(Object key) {
        return of("s3", "key", key);
    }

    /** Any S3 bucket. */
    public static Location s3(S3Artifact artifact) {
        return of("s3", artifact);
    }

    /** A key in the Google Cloud Storage bucket of the artifact repository. */
    public static Location gcs(Object key) {
        return of("gcs", "key", key);
    }

    /** Any Google Cloud Storage bucket. */
    public static Location gcs(GCSArtifact artifact) {
        return of("gcs", artifact);
    }

    /** A blob in an Azure container. */
    public static Location azure(AzureArtifact artifact) {
        return of("azure", artifact);
    }

    /** An object in Alibaba's OSS. */
    public static Location oss(OSSArtifact artifact) {
        return of("oss", artifact);
    }

    /** A path in HDFS. */
    public static Location hdfs(HDFSArtifact artifact) {
        return of("hdfs", artifact);
    }

    /** What a URL gives. */
    public static Location http(Object url) {
        return of("http", "url", url);
    }

    /** What a URL gives, with headers or a login. */
    public static Location http(HTTPArtifact artifact) {
        return of("http", artifact);
    }

    /** The default branch of a Git repository. */
    public static Location git(Object repository) {
        return of("git", "repo", repository);
    }

    /** A revision of a Git repository. */
    public static Location git(Object repository, Object revision) {
        return git(repository).field("revision", revision);
    }

    /** A Git repository with all that Argo knows of one. */
    public static Location git(GitArtifact artifact) {
        return of("git", artifact);
    }

    /** The text itself. */
    public static Location raw(Object data) {
        return of("raw", "data", data);
    }

    /** A URL in Artifactory. */
    public static Location artifactory(ArtifactoryArtifact artifact) {
        return of("artifactory", artifact);
    }

    /** What an artifact driver of the facility gives. */
    public static Location plugin(PluginArtifact artifact) {
        return of("plugin", artifact);
    }

    /** A field of this kind of location: {@code s3(key).field("bucket", "data")}. */
    public Location field(String name, Object value) {
        List<Object> all = new ArrayList<>(sources);
        all.add(value);
        return new Location(kind, fields.set(name, Texts.plain(name, value)), all);
    }

    Declaration in(Declaration declaration) {
        return declaration.changed(before -> before.set(kind, fields), sources.toArray());
    }
}
