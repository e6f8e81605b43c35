package io.tiphys.publisher.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A branch of a repository on this machine: a locked update of the reference is as good as a push, and faster. */
final class LocalBranch extends GitBranch {
    private final RepositoryAddress address;
    private final Path folder;
    private final String branch;
    private @Nullable Repository repository;

    private LocalBranch(RepositoryAddress address, Path folder, String branch, @Nullable Repository repository) {
        this.address = address;
        this.folder = folder;
        this.branch = branch;
        this.repository = repository;
    }

    static LocalBranch open(RepositoryAddress address, Path folder, String branch, boolean createIfMissing)
            throws GitException {
        if (createIfMissing && LocalRepositories.isVacant(folder)) {
            return new LocalBranch(address, folder, branch, null);
        }
        return new LocalBranch(address, folder, branch, opened(address, folder, branch));
    }

    private static Repository opened(RepositoryAddress address, Path folder, String branch) throws GitException {
        Repository repository = LocalRepositories.open(address, folder);
        try {
            if (!repository.isBare() && GitNames.ref(branch).equals(repository.getFullBranch())) {
                repository.close();
                throw new GitException(
                        "The branch \"" + branch + "\" is checked out in " + address.display()
                                + ": moving it would leave its work tree behind.",
                        "Publish to a bare repository (git init --bare), or to a branch that is not checked out.");
            }
            return repository;
        } catch (IOException unreadable) {
            repository.close();
            throw LocalRepositories.unreadable(address, unreadable);
        }
    }

    @Override
    public Tip tip() throws GitException {
        try {
            if (repository == null) {
                if (!Files.exists(folder.resolve(Constants.HEAD))) {
                    return Tip.none();
                }
                repository = opened(address, folder, branch);
            }
            repository.getRefDatabase().refresh();
            Ref ref = repository.exactRef(GitNames.ref(branch));
            return Tip.of(repository, ref == null ? null : ref.getObjectId());
        } catch (IOException unreadable) {
            throw LocalRepositories.unreadable(address, unreadable);
        }
    }

    @Override
    public Move commit(Tip onto, FileEdits edits, CommitText text) throws GitException {
        if (repository == null) {
            LocalRepositories.create(address, folder, branch);
            repository = opened(address, folder, branch);
        }
        try {
            ObjectId commit = write(repository, onto, edits, text);
            RefUpdate update = repository.updateRef(GitNames.ref(branch));
            update.setNewObjectId(commit);
            update.setExpectedOldObjectId(expected(onto));
            update.setRefLogMessage("tiphys: publish", false);
            RefUpdate.Result result = update.update();
            return switch (result) {
                case NEW, FAST_FORWARD, NO_CHANGE -> new Move(Move.Outcome.MOVED, commit.name(), "");
                case LOCK_FAILURE, REJECTED -> new Move(Move.Outcome.LOST, commit.name(), "");
                default -> new Move(Move.Outcome.REFUSED, commit.name(), result.name());
            };
        } catch (IOException unwritable) {
            throw LocalRepositories.unwritable(address, unwritable);
        }
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.close();
        }
    }
}
