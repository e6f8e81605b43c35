package io.tiphys.publisher;

import io.tiphys.publisher.git.FileEdits;
import io.tiphys.publisher.git.GitException;
import io.tiphys.publisher.git.GitNames;
import io.tiphys.publisher.git.Tip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a publication has to do on top of one commit: a function of that commit's files and the manifests, so it is made
 * anew when the branch has moved.
 *
 * @param changes the manifests that differ, by path
 * @param unchanged how many are there already
 * @param edits what the commit does, the ownership record included; nothing without changes
 */
record Plan(List<FileChange> changes, int unchanged, FileEdits edits) {

    /**
     * @throws PublishException if a file that somebody else owns stands where a manifest is to go
     * @throws GitException if the tip cannot be read
     */
    static Plan of(Target target, String owner, SortedMap<String, byte[]> manifests, Tip tip)
            throws PublishException, GitException {
        String record = target.in(Ownership.fileOf(owner));
        Optional<byte[]> recorded = tip.read(record, Ownership.LIMIT_BYTES);
        Ownership before =
                recorded.isPresent() ? Ownership.read(recorded.get(), record) : new Ownership(owner, new TreeMap<>());
        Neighbours neighbours = new Neighbours(target, tip);
        List<FileChange> changes = new ArrayList<>();
        SortedMap<String, byte[]> written = new TreeMap<>();
        SortedMap<String, String> owned = new TreeMap<>();
        for (Map.Entry<String, byte[]> manifest : manifests.entrySet()) {
            String file = manifest.getKey();
            String id = GitNames.blobId(manifest.getValue());
            owned.put(file, id);
            Optional<Tip.Node> there = tip.at(target.in(file));
            boolean ours = before.files().containsKey(file) && there.isPresent();
            if (!ours || there.get().kind() == Tip.Kind.FOLDER) {
                neighbours.makeWay(file);
            }
            if (there.equals(Optional.of(new Tip.Node(Tip.Kind.FILE, id)))) {
                continue;
            }
            boolean edited =
                    there.isPresent() && !there.get().id().equals(before.files().get(file));
            FileChange.Kind kind = there.isPresent() ? FileChange.Kind.CHANGED : FileChange.Kind.ADDED;
            changes.add(new FileChange(target.in(file), kind, edited));
            written.put(target.in(file), manifest.getValue());
        }
        int unchanged = manifests.size() - changes.size();
        TreeSet<String> removed = removals(target, before, manifests, tip, changes);
        changes.sort(Comparator.comparing(FileChange::path));
        if (changes.isEmpty()) {
            return new Plan(changes, unchanged, new FileEdits(new TreeMap<>(), new TreeSet<>()));
        }
        if (owned.isEmpty()) {
            removed.add(record);
        } else {
            written.put(record, new Ownership(owner, owned).content());
        }
        return new Plan(changes, unchanged, new FileEdits(written, removed));
    }

    private static TreeSet<String> removals(
            Target target, Ownership before, SortedMap<String, byte[]> manifests, Tip tip, List<FileChange> changes)
            throws GitException {
        TreeSet<String> removed = new TreeSet<>();
        for (Map.Entry<String, String> file : before.files().entrySet()) {
            Optional<Tip.Node> there = tip.at(target.in(file.getKey()));
            boolean gone = there.isEmpty() || there.get().kind() == Tip.Kind.FOLDER;
            if (manifests.containsKey(file.getKey()) || gone) {
                continue;
            }
            removed.add(target.in(file.getKey()));
            boolean edited = isEdited(there.get(), file.getValue());
            changes.add(new FileChange(target.in(file.getKey()), FileChange.Kind.REMOVED, edited));
        }
        return removed;
    }

    private static boolean isEdited(Tip.Node there, @Nullable String published) {
        return there.kind() != Tip.Kind.FILE || !there.id().equals(published);
    }
}
