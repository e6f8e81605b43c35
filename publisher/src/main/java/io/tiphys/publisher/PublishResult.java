package io.tiphys.publisher;

import java.util.List;
import java.util.Optional;

/**
 * What a publication did.
 *
 * @param repository its address, credentials masked
 * @param branch short name
 * @param before commit of the branch before; empty if there was none
 * @param after commit of the branch after; the same as before if nothing was to do or it was a dry run
 * @param changes the manifests that differ, by path
 * @param unchanged how many manifests were there already
 * @param attempts how many it took, from 1
 * @param dryRun whether the changes are only planned
 */
public record PublishResult(
        String repository,
        String branch,
        Optional<String> before,
        Optional<String> after,
        List<FileChange> changes,
        int unchanged,
        int attempts,
        boolean dryRun) {

    public PublishResult {
        changes = List.copyOf(changes);
    }

    /** Paths in the repository of the manifests that differ in this way. */
    public List<String> paths(FileChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(FileChange::path)
                .toList();
    }

    /** Whether a commit was made. */
    public boolean committed() {
        return !before.equals(after);
    }
}
