package io.tiphys.publisher.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A branch of a repository, here or elsewhere. Its tip is read, and moved only if it is still where it was read. */
public abstract sealed class GitBranch implements AutoCloseable permits LocalBranch, RemoteBranch {

    /**
     * Opens a branch, which need not exist yet.
     *
     * @param repository folder or URL
     * @param branch short name
     * @param createIfMissing whether a missing folder is to become a bare repository when the first commit is made
     * @param credentials what proves who we are; those in the URL serve if there are none
     * @throws GitException if there is no repository, or it cannot be reached
     */
    public static GitBranch open(
            String repository, String branch, boolean createIfMissing, Optional<Credentials> credentials)
            throws GitException {
        IsolatedReader.install();
        RepositoryAddress address = RepositoryAddress.of(repository);
        if (address.folder().isPresent()) {
            return LocalBranch.open(address, address.folder().get(), branch, createIfMissing);
        }
        return RemoteBranch.open(
                address, branch, credentials.or(() -> address.inUrl().map(login -> login)));
    }

    /** Reads the branch's newest commit, anew at each call. */
    public abstract Tip tip() throws GitException;

    /**
     * Commits edits on top of a tip and moves the branch there, if it still is at that tip: compare-and-swap.
     *
     * @throws GitException if the commit cannot be written or sent
     */
    public abstract Move commit(Tip onto, FileEdits edits, CommitText text) throws GitException;

    @Override
    public abstract void close();

    /** Writes blobs, trees and the commit; nothing refers to them yet. */
    static ObjectId write(Repository repository, Tip onto, FileEdits edits, CommitText text) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = inserter.newReader()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(new TreeEditor(reader, inserter).apply(tree(onto), edits));
            if (onto.revision() != null) {
                commit.setParentId(onto.revision());
            }
            PersonIdent person = new PersonIdent(
                    text.name(),
                    text.email(),
                    text.time().toInstant(),
                    text.time().getOffset());
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(text.message());
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private static @Nullable ObjectId tree(Tip tip) {
        return tip.revision() == null ? null : tip.revision().getTree();
    }

    static ObjectId expected(Tip tip) {
        return tip.revision() == null ? ObjectId.zeroId() : tip.revision();
    }
}
