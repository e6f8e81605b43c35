package io.tiphys.publisher.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The newest commit of a branch as it was when read, or the emptiness before the first; not thread-safe. */
public final class Tip {
    private final @Nullable Repository repository;
    private final @Nullable RevCommit commit;
    private final Map<String, Map<String, TreeEditor.Entry>> folders = new HashMap<>();

    private Tip(@Nullable Repository repository, @Nullable RevCommit commit) {
        this.repository = repository;
        this.commit = commit;
    }

    /** The emptiness of a repository that is still to be made. */
    static Tip none() {
        return new Tip(null, null);
    }

    static Tip of(Repository repository, @Nullable ObjectId id) throws IOException {
        if (id == null) {
            return new Tip(repository, null);
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return new Tip(repository, walk.parseCommit(id));
        }
    }

    /** What stands at a path of the repository. */
    public enum Kind {
        FILE,
        FOLDER,
        /** A symbolic link, a submodule or an executable file. */
        OTHER
    }

    /**
     * What stands at a path.
     *
     * @param kind what it is
     * @param id Git's id of its content
     */
    public record Node(Kind kind, String id) {}

    /** Id of the commit; empty before the first. */
    public Optional<String> commit() {
        return Optional.ofNullable(commit).map(RevCommit::name);
    }

    /** What stands at a path, which is relative to the root with {@code /}. */
    public Optional<Node> at(String path) throws GitException {
        return entry(path).map(entry -> new Node(kind(entry.mode()), entry.id().name()));
    }

    /**
     * The content of the file at a path.
     *
     * @param limit bytes that it may have
     * @return empty if no regular file stands there
     */
    public Optional<byte[]> read(String path, int limit) throws GitException {
        Optional<TreeEditor.Entry> entry = entry(path);
        if (repository == null || entry.isEmpty() || !entry.get().mode().equals(FileMode.REGULAR_FILE)) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return Optional.of(reader.open(entry.get().id(), Constants.OBJ_BLOB).getCachedBytes(limit));
        } catch (LargeObjectException tooLarge) {
            throw new GitException(
                    "The file " + path + " in the repository has more than " + limit + " bytes.",
                    "Replace it by the version of an earlier commit.",
                    tooLarge);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** Names of what stands in a folder, in no order; empty if there is no such folder. */
    public Iterable<String> names(String folder) throws GitException {
        return folder(folder).keySet();
    }

    @Nullable
    RevCommit revision() {
        return commit;
    }

    private Optional<TreeEditor.Entry> entry(String path) throws GitException {
        int slash = path.lastIndexOf('/');
        Map<String, TreeEditor.Entry> folder = folder(slash < 0 ? "" : path.substring(0, slash));
        return Optional.ofNullable(folder.get(TreeEditor.key(path.substring(slash + 1))));
    }

    private Map<String, TreeEditor.Entry> folder(String path) throws GitException {
        Map<String, TreeEditor.Entry> known = folders.get(path);
        if (known == null) {
            known = readFolder(path);
            folders.put(path, known);
        }
        return known;
    }

    private Map<String, TreeEditor.Entry> readFolder(String path) throws GitException {
        if (repository == null || commit == null) {
            return Map.of();
        }
        ObjectId tree = commit.getTree();
        if (!path.isEmpty()) {
            Optional<TreeEditor.Entry> entry = entry(path);
            if (entry.isEmpty() || !entry.get().mode().equals(FileMode.TREE)) {
                return Map.of();
            }
            tree = entry.get().id();
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return TreeEditor.entries(reader, tree);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static GitException unreadable(String path, IOException cause) {
        return new GitException(
                "The repository's \"" + path + "\" cannot be read: " + cause.getMessage(),
                "Check the repository with: git fsck",
                cause);
    }

    private static Kind kind(FileMode mode) {
        if (mode.equals(FileMode.TREE)) {
            return Kind.FOLDER;
        }
        return mode.equals(FileMode.REGULAR_FILE) ? Kind.FILE : Kind.OTHER;
    }
}
