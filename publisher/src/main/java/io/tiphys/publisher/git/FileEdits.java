package io.tiphys.publisher.git;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a commit does to files. Paths are relative to the root of the repository, with {@code /}.
 *
 * @param written path to whole new content
 * @param removed paths of files that go
 */
public record FileEdits(SortedMap<String, byte[]> written, SortedSet<String> removed) {
    public FileEdits {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** These edits and more files to write. */
    public FileEdits and(Map<String, byte[]> more) {
        SortedMap<String, byte[]> all = new TreeMap<>(written);
        all.putAll(more);
        return new FileEdits(all, removed);
    }
}
