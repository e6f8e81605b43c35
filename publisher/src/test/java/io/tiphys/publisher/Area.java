package io.tiphys.publisher;

import io.tiphys.publisher.git.GitMachine;
import io.tiphys.publisher.git.GitNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A science area's bare repository, seen with other eyes than the publisher's: JGit's index and tree walk. */
final class Area {
    static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-05T10:00:00+01:00");

    static {
        GitMachine.isolate();
    }

    final Path folder;

    Area(Path folder) {
        this.folder = folder;
    }

    static Area init(Path folder) throws IOException {
        try (Repository made =
                new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build()) {
            made.create(true);
            made.updateRef(Constants.HEAD).link("refs/heads/main");
        }
        return new Area(folder);
    }

    Repository open() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .build();
    }

    Target target() {
        return new Target(folder.toString(), false, "main", "templates");
    }

    /** All files of main: path to text. */
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        each(walk -> files.put(walk.getPathString(), text(walk)));
        return files;
    }

    /** Files of main without the publisher's own records. */
    SortedMap<String, String> manifests() throws IOException {
        SortedMap<String, String> files = files();
        files.keySet().removeIf(path -> path.contains(".tiphys/") || path.endsWith("hydrator.metadata"));
        return files;
    }

    SortedMap<String, FileMode> modes() throws IOException {
        SortedMap<String, FileMode> modes = new TreeMap<>();
        each(walk -> modes.put(walk.getPathString(), walk.getFileMode()));
        return modes;
    }

    private void each(Consumer<TreeWalk> visitor) throws IOException {
        try (Repository repository = open();
                RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(
                    commits.parseCommit(repository.resolve("refs/heads/main")).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                visitor.accept(walk);
            }
        }
    }

    private static String text(TreeWalk walk) {
        try {
            return new String(walk.getObjectReader().open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Commits of main, newest first, each parsed. */
    List<RevCommit> log() throws IOException {
        List<RevCommit> log = new ArrayList<>();
        try (Repository repository = open();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId tip = repository.resolve("refs/heads/main");
            while (tip != null) {
                RevCommit commit = walk.parseCommit(tip);
                walk.parseBody(commit);
                log.add(commit);
                tip = commit.getParentCount() == 0 ? null : commit.getParent(0);
            }
        }
        return log;
    }

    /** Somebody else's commit: path to text, null removes. */
    String commit(Map<String, String> files) throws IOException {
        return commit(files, FileMode.REGULAR_FILE);
    }

    String commit(Map<String, String> files, FileMode mode) throws IOException {
        try (Repository repository = open();
                ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            ObjectId tip = repository.resolve("refs/heads/main");
            if (tip != null) {
                try (TreeWalk old = new TreeWalk(repository)) {
                    old.addTree(walk.parseCommit(tip).getTree());
                    old.setRecursive(true);
                    while (old.next()) {
                        if (!files.containsKey(old.getPathString())) {
                            builder.add(entry(old.getPathString(), old.getFileMode(), old.getObjectId(0)));
                        }
                    }
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getValue() != null) {
                    byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                    builder.add(entry(file.getKey(), mode, inserter.insert(Constants.OBJ_BLOB, content)));
                }
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setAuthor(new PersonIdent("Ada", "ada@example.org", TIME.toInstant(), TIME.getOffset()));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("By hand\n");
            if (tip != null) {
                commit.setParentId(tip);
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.update();
            return id.name();
        }
    }

    private static DirCacheEntry entry(String path, FileMode mode, ObjectId id) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(mode);
        entry.setObjectId(id);
        return entry;
    }

    /** Writes manifests into a folder, whose former content goes. */
    static Path manifests(Path folder, Map<String, String> files) throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    static PublishRequest request(Path manifests, Target target) {
        return request(manifests, "org.example:area", target);
    }

    static PublishRequest request(Path manifests, String owner, Target target) {
        Provenance provenance = Provenance.of(Optional.of("0.1.0"), Optional.empty(), TIME);
        return PublishRequest.of(manifests, owner, target, provenance);
    }

    static String id(String text) {
        return GitNames.blobId(text.getBytes(StandardCharsets.UTF_8));
    }
}
