package io.tiphys.publisher;

import io.tiphys.publisher.git.Credentials;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to publish, where, and as whom. A value: each {@code with…} method returns a new one.
 *
 * @param manifests folder; every {@code *.yaml} below it is published under its relative path
 * @param owner who owns the files, such as {@code groupId:artifactId}: of two owners neither touches the other's files
 * @param target where
 * @param provenance what the commit says
 * @param credentials what proves who we are, if the URL and {@code ~/.ssh} do not
 * @param allowEmpty whether a folder without manifests removes all that the owner has published
 * @param dryRun plan and report only
 * @param retries how often a lost race is run again
 * @param listener hears how it goes
 */
public record PublishRequest(
        Path manifests,
        String owner,
        Target target,
        Provenance provenance,
        Optional<Credentials> credentials,
        boolean allowEmpty,
        boolean dryRun,
        Retries retries,
        PublishListener listener) {

    /** A request with the defaults. */
    public static PublishRequest of(Path manifests, String owner, Target target, Provenance provenance) {
        return new PublishRequest(
                manifests,
                owner,
                target,
                provenance,
                Optional.empty(),
                false,
                false,
                Retries.DEFAULT,
                PublishListener.SILENT);
    }

    public PublishRequest withCredentials(Credentials given) {
        return new PublishRequest(
                manifests, owner, target, provenance, Optional.of(given), allowEmpty, dryRun, retries, listener);
    }

    public PublishRequest withAllowEmpty(boolean allowed) {
        return new PublishRequest(
                manifests, owner, target, provenance, credentials, allowed, dryRun, retries, listener);
    }

    public PublishRequest withDryRun(boolean dry) {
        return new PublishRequest(
                manifests, owner, target, provenance, credentials, allowEmpty, dry, retries, listener);
    }

    public PublishRequest withRetries(Retries bounds) {
        return new PublishRequest(
                manifests, owner, target, provenance, credentials, allowEmpty, dryRun, bounds, listener);
    }

    public PublishRequest withListener(PublishListener told) {
        return new PublishRequest(manifests, owner, target, provenance, credentials, allowEmpty, dryRun, retries, told);
    }
}
