package io.tiphys.publisher;

import io.tiphys.publisher.git.SourceCommit;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Where the manifests come from, as the commit will say.
 *
 * @param version of the program that publishes; empty if unknown
 * @param source the commit that the manifests were generated from, if known
 * @param name author of the commit to be made
 * @param email of that author
 * @param time of the commit: the same inputs and time give the same commit id
 */
public record Provenance(
        Optional<String> version, Optional<SourceCommit> source, String name, String email, OffsetDateTime time) {

    /** Tiphys itself as the author. */
    public static Provenance of(Optional<String> version, Optional<SourceCommit> source, OffsetDateTime time) {
        return new Provenance(version, source, "Tiphys", "tiphys@localhost", time);
    }
}
