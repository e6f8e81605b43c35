package io.tiphys.publisher.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** Repositories in folders of this machine. */
final class LocalRepositories {
    private LocalRepositories() {}

    /** Whether a repository could be made here: nothing, or an empty folder. */
    static boolean isVacant(Path folder) throws GitException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        } catch (IOException unreadable) {
            throw new GitException(
                    "The folder " + folder + " cannot be read: " + reason(unreadable),
                    "Give the user who runs the build the right to read it.",
                    unreadable);
        }
    }

    static Repository open(RepositoryAddress address, Path folder) throws GitException {
        File git = RepositoryCache.FileKey.resolve(folder.toFile(), FS.DETECTED);
        if (git == null) {
            String what = Files.exists(folder) ? "is not a Git repository." : "does not exist.";
            throw new GitException(
                    "The repository " + address.display() + " " + what,
                    "Correct the parameter repository, or create it with: git init --bare " + address.display());
        }
        try {
            return new FileRepositoryBuilder().setGitDir(git).setMustExist(true).build();
        } catch (RepositoryNotFoundException | IllegalArgumentException damaged) {
            throw new GitException(
                    "The repository " + address.display() + " is damaged: " + damaged.getMessage(),
                    "Check it with: git fsck",
                    damaged);
        } catch (IOException unreadable) {
            throw unreadable(address, unreadable);
        }
    }

    /** Makes a bare repository whole beside its place, then puts it there; one that came meanwhile is as good. */
    static void create(RepositoryAddress address, Path folder, String branch) throws GitException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent() == null ? absolute : absolute.getParent();
        Path made = null;
        try {
            Files.createDirectories(parent);
            made = Files.createTempDirectory(parent, ".tiphys-");
            Path bare = made.resolve("bare.git");
            initialize(bare, branch);
            put(bare, absolute);
        } catch (IOException unwritable) {
            throw unwritable(address, unwritable);
        } finally {
            if (made != null) {
                Folders.delete(made);
            }
        }
    }

    private static void initialize(Path bare, String branch) throws IOException {
        try (Repository repository =
                new FileRepositoryBuilder().setBare().setGitDir(bare.toFile()).build()) {
            repository.create(true);
            RefUpdate head = repository.updateRef(Constants.HEAD);
            head.link(GitNames.ref(branch));
        }
    }

    private static void put(Path bare, Path folder) throws IOException {
        try {
            Files.move(bare, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)) {
                return;
            }
            Files.delete(folder);
            Files.move(bare, folder);
        }
    }

    static GitException unreadable(RepositoryAddress address, IOException cause) {
        return new GitException(
                "The repository " + address.display() + " cannot be read: " + reason(cause),
                "Check it with: git fsck",
                cause);
    }

    static GitException unwritable(RepositoryAddress address, IOException cause) {
        return new GitException(
                "The repository " + address.display() + " cannot be written: " + reason(cause),
                "Give the user who runs the build the right to write there, or correct the parameter repository.",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        return String.valueOf(cause.getMessage());
    }
}
