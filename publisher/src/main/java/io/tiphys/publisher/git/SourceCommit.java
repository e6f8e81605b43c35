package io.tiphys.publisher.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The commit that manifests were generated from.
 *
 * @param repository URL of its repository, credentials masked; empty if unknown, or a folder of one machine
 * @param id its id in full
 * @param author name and e-mail address, as {@code Ada Example <ada@example.org>}
 * @param date when it was authored
 * @param message whole
 */
public record SourceCommit(Optional<String> repository, String id, String author, OffsetDateTime date, String message) {

    private static final String EMPTY_LINE = "\n\n";

    public SourceCommit {
        repository = repository.map(RepositoryAddress::masked);
        message = message.strip();
    }

    /**
     * The commit that is checked out where a folder lies.
     *
     * @return empty if the folder is in no repository, or before its first commit
     * @throws GitException if there is a repository and it cannot be read
     */
    public static Optional<SourceCommit> headOf(Path folder) throws GitException {
        IsolatedReader.install();
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        File git = builder.getGitDir();
        if (git == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            RevCommit commit = walk.parseCommit(head);
            PersonIdent author = commit.getAuthorIdent();
            Optional<String> origin = Optional.ofNullable(repository
                            .getConfig()
                            .getString(
                                    ConfigConstants.CONFIG_REMOTE_SECTION,
                                    Constants.DEFAULT_REMOTE_NAME,
                                    ConfigConstants.CONFIG_KEY_URL))
                    .filter(RepositoryAddress::isRemote);
            return Optional.of(new SourceCommit(
                    origin,
                    commit.name(),
                    author.getName() + " <" + author.getEmailAddress() + ">",
                    author.getWhenAsInstant().atZone(author.getZoneId()).toOffsetDateTime(),
                    commit.getFullMessage()));
        } catch (IOException unreadable) {
            throw new GitException(
                    "The source repository " + git + " cannot be read: " + unreadable.getMessage(),
                    "Check it with: git fsck",
                    unreadable);
        }
    }

    /** The message up to its first empty line. */
    public String subject() {
        int end = message.indexOf(EMPTY_LINE);
        return end < 0 ? message : message.substring(0, end);
    }

    /** The message after its first empty line. */
    public String body() {
        int end = message.indexOf(EMPTY_LINE);
        return end < 0 ? "" : message.substring(end + EMPTY_LINE.length());
    }
}
