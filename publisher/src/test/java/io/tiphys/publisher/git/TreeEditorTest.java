package io.tiphys.publisher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** The edited tree is the one that JGit's index writes for the same files. */
class TreeEditorTest {
    static {
        IsolatedReader.install();
    }

    @Property(tries = 500)
    void theResultIsTheTreeOfTheFiles(
            @ForAll("files") Map<String, String> before,
            @ForAll("files") Map<String, String> written,
            @ForAll("files") Map<String, String> removed)
            throws IOException {
        Map<String, String> after = new HashMap<>(before);
        removed.keySet().forEach(after::remove);
        after.putAll(written);
        if (hasFileInsideFile(after)) {
            return;
        }
        TreeMap<String, byte[]> contents = new TreeMap<>();
        written.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        TreeSet<String> gone = new TreeSet<>(removed.keySet());
        gone.retainAll(before.keySet());
        gone.removeAll(written.keySet());
        try (InMemoryRepository repository = new InMemoryRepository(new DfsRepositoryDescription("test"));
                ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = inserter.newReader()) {
            ObjectId old = before.isEmpty() ? null : tree(inserter, before);
            ObjectId edited = new TreeEditor(reader, inserter).apply(old, new FileEdits(contents, gone));
            assertThat(edited).isEqualTo(tree(inserter, after));
        }
    }

    /** Few names that sort awkwardly beside each other, so that files meet files and folders. */
    @Provide
    Arbitrary<Map<String, String>> files() {
        Arbitrary<String> name = Arbitraries.of("a", "a.b", "a0", "a-", "ab", "ä", "b");
        Arbitrary<String> path = name.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
        return Arbitraries.maps(path, Arbitraries.of("1", "2", "\r\n"))
                .ofMaxSize(12)
                .filter(files -> !hasFileInsideFile(files));
    }

    private static boolean hasFileInsideFile(Map<String, String> files) {
        List<String> paths = new ArrayList<>(files.keySet());
        return paths.stream().anyMatch(one -> paths.stream().anyMatch(other -> other.startsWith(one + "/")));
    }

    private static ObjectId tree(ObjectInserter inserter, Map<String, String> files) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }
}
