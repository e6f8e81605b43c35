package io.tiphys.publisher.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a repository behind a URL. The tip alone is fetched, without history, into a temporary repository of this
 * object; a push carries the tip that it expects as its lease and never forces, so the server compares and swaps.
 */
final class RemoteBranch extends GitBranch {
    private static final int TIMEOUT_SECONDS = 60;

    private final RepositoryAddress address;
    private final String branch;
    private final GivenCredentials login;
    private final Optional<Credentials.SshKey> key;
    private final Path folder;
    private final Repository repository;
    private @Nullable SshSessions ssh;

    private RemoteBranch(
            RepositoryAddress address,
            String branch,
            GivenCredentials login,
            Optional<Credentials.SshKey> key,
            Path folder)
            throws IOException {
        this.address = address;
        this.branch = branch;
        this.login = login;
        this.key = key;
        this.folder = folder;
        this.repository =
                new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        repository.create(true);
    }

    static RemoteBranch open(RepositoryAddress address, String branch, Optional<Credentials> credentials)
            throws GitException {
        Optional<Credentials.UserPassword> password = credentials
                .filter(Credentials.UserPassword.class::isInstance)
                .map(Credentials.UserPassword.class::cast);
        if (password.isPresent() && !address.isPrivate()) {
            throw new GitException(
                    "Credentials are not sent to " + address.display() + ": http shows them to everybody on the way.",
                    "Use the https address of the repository.");
        }
        Optional<Credentials.SshKey> key =
                credentials.filter(Credentials.SshKey.class::isInstance).map(Credentials.SshKey.class::cast);
        try {
            Path folder = Files.createTempDirectory("tiphys-");
            return new RemoteBranch(address, branch, new GivenCredentials(address, password), key, folder);
        } catch (IOException unwritable) {
            throw new GitException(
                    "No temporary folder can be made: " + unwritable.getMessage(),
                    "Make room in the folder that the system property java.io.tmpdir names.",
                    unwritable);
        }
    }

    @Override
    public Tip tip() throws GitException {
        String name = GitNames.ref(branch);
        try (Transport transport = transport();
                FetchConnection connection = transport.openFetch(List.of(new RefSpec(name)))) {
            Ref ref = connection.getRef(name);
            if (ref == null) {
                return Tip.of(repository, null);
            }
            connection.fetch(NullProgressMonitor.INSTANCE, Set.of(ref), Set.of());
            return Tip.of(repository, ref.getObjectId());
        } catch (IOException failed) {
            throw failure("read", failed);
        }
    }

    @Override
    public Move commit(Tip onto, FileEdits edits, CommitText text) throws GitException {
        try (Transport transport = transport()) {
            ObjectId commit = write(repository, onto, edits, text);
            RemoteRefUpdate update = new RemoteRefUpdate(
                    repository, (String) null, commit, GitNames.ref(branch), false, null, expected(onto));
            transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return switch (update.getStatus()) {
                case OK, UP_TO_DATE -> new Move(Move.Outcome.MOVED, commit.name(), "");
                case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> new Move(Move.Outcome.LOST, commit.name(), "");
                default -> new Move(Move.Outcome.REFUSED, commit.name(), reason(update));
            };
        } catch (IOException failed) {
            throw failure("written", failed);
        }
    }

    private static String reason(RemoteRefUpdate update) {
        String said = update.getMessage() == null ? update.getStatus().name() : update.getMessage();
        return Failures.clean(said);
    }

    private Transport transport() throws NotSupportedException, TransportException {
        Transport transport = Transport.open(repository, address.uri());
        transport.setTimeout(TIMEOUT_SECONDS);
        transport.setDepth(1);
        transport.setCredentialsProvider(login);
        if (transport instanceof SshTransport secured) {
            ssh = ssh == null ? new SshSessions(key) : ssh;
            secured.setSshSessionFactory(ssh);
        }
        return transport;
    }

    private GitException failure(String what, IOException cause) {
        return Failures.of(address, what, login.wasAsked(), cause);
    }

    @Override
    public void close() {
        if (ssh != null) {
            ssh.close();
        }
        repository.close();
        Folders.delete(folder);
    }
}
