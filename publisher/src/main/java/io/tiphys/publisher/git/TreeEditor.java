package io.tiphys.publisher.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Applies edits to a tree by writing anew only the folders on the paths of edited files: the cost follows the edits,
 * not the size of the repository. Names are kept as raw bytes (read as ISO 8859-1), so foreign ones survive.
 */
final class TreeEditor {
    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeEditor(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /** The id of the root tree with the edits applied; objects are inserted, not flushed. */
    ObjectId apply(@Nullable ObjectId root, FileEdits edits) throws IOException {
        Folder changes = new Folder();
        for (Map.Entry<String, byte[]> file : edits.written().entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
            changes.put(file.getKey(), new Entry(FileMode.REGULAR_FILE, blob));
        }
        for (String file : edits.removed()) {
            changes.put(file, new Entry(FileMode.MISSING, ObjectId.zeroId()));
        }
        ObjectId edited = rewrite(root, changes);
        return edited == null ? inserter.insert(new TreeFormatter()) : edited;
    }

    /** Null: nothing is left in the folder. */
    private @Nullable ObjectId rewrite(@Nullable ObjectId tree, Folder changes) throws IOException {
        Map<String, Entry> entries = tree == null ? new HashMap<>() : entries(reader, tree);
        changes.files.forEach((name, entry) -> {
            if (entry.mode().equals(FileMode.MISSING)) {
                entries.remove(name);
            } else {
                entries.put(name, entry);
            }
        });
        for (Map.Entry<String, Folder> folder : changes.folders.entrySet()) {
            Entry before = entries.get(folder.getKey());
            ObjectId inner = before != null && before.mode().equals(FileMode.TREE) ? before.id() : null;
            ObjectId after = rewrite(inner, folder.getValue());
            if (after != null) {
                entries.put(folder.getKey(), new Entry(FileMode.TREE, after));
            } else if (inner != null) {
                entries.remove(folder.getKey());
            }
        }
        return entries.isEmpty() ? null : write(entries);
    }

    private ObjectId write(Map<String, Entry> entries) throws IOException {
        List<Map.Entry<byte[], Entry>> sorted = entries.entrySet().stream()
                .map(entry -> Map.entry(raw(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing((Map.Entry<byte[], Entry> entry) -> entry, TreeEditor::inGitsOrder))
                .toList();
        TreeFormatter formatter = new TreeFormatter();
        for (Map.Entry<byte[], Entry> entry : sorted) {
            formatter.append(
                    entry.getKey(), entry.getValue().mode(), entry.getValue().id());
        }
        return inserter.insert(formatter);
    }

    private static int inGitsOrder(Map.Entry<byte[], Entry> one, Map.Entry<byte[], Entry> other) {
        byte[] a = one.getKey();
        byte[] b = other.getKey();
        return Paths.compare(
                a,
                0,
                a.length,
                one.getValue().mode().getBits(),
                b,
                0,
                b.length,
                other.getValue().mode().getBits());
    }

    /** What a tree holds, by raw name. */
    static Map<String, Entry> entries(ObjectReader reader, ObjectId tree) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
        for (; !parser.eof(); parser.next()) {
            String name = new String(
                    parser.getEntryPathBuffer(),
                    parser.getNameOffset(),
                    parser.getNameLength(),
                    StandardCharsets.ISO_8859_1);
            entries.put(name, new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
        }
        return entries;
    }

    /** The key under which {@link #entries} has a name. */
    static String key(String name) {
        return new String(GitNames.utf8(name), StandardCharsets.ISO_8859_1);
    }

    private static byte[] raw(String key) {
        return key.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One entry of a tree. */
    record Entry(FileMode mode, ObjectId id) {}

    /** The changes below one folder. */
    private static final class Folder {
        private final Map<String, Entry> files = new TreeMap<>();
        private final Map<String, Folder> folders = new TreeMap<>();

        void put(String path, Entry entry) {
            int slash = path.indexOf('/');
            if (slash < 0) {
                files.put(key(path), entry);
            } else {
                folders.computeIfAbsent(key(path.substring(0, slash)), name -> new Folder())
                        .put(path.substring(slash + 1), entry);
            }
        }
    }
}
