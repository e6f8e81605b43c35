package io.tiphys.model.index;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.JavaLine;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which Java line wrote which node of a generated manifest. Immutable.
 *
 * <p>A pointer into a text that is YAML itself ({@code podSpecPatch}) has two parts with {@code #} between:
 * {@code /spec/templates/0/podSpecPatch#/containers/0/resources}.
 */
public final class SourceIndex {

    /** Knows nothing. */
    public static final SourceIndex EMPTY = new SourceIndex(Map.of());

    private final SortedMap<String, SortedMap<String, JavaLine>> files;

    /**
     * An index.
     *
     * @param files file → pointer → line; files as they stand in findings: relative to the base folder, with {@code /}
     */
    public SourceIndex(Map<String, ? extends Map<String, JavaLine>> files) {
        SortedMap<String, SortedMap<String, JavaLine>> copy = new TreeMap<>();
        files.forEach((file, nodes) -> copy.put(file, Collections.unmodifiableSortedMap(new TreeMap<>(nodes))));
        this.files = Collections.unmodifiableSortedMap(copy);
    }

    /** All entries: file → pointer → line, sorted. */
    public SortedMap<String, SortedMap<String, JavaLine>> files() {
        return files;
    }

    /**
     * The line that wrote a node, or its nearest ancestor that is known.
     *
     * @param file as in the index
     * @param document number of the document in the file; generated files hold one, number 0
     */
    public Optional<JavaLine> find(String file, int document, JsonPointer pointer) {
        return find(file, document, pointer, JsonPointer.empty());
    }

    /** The same, for a place inside a text that is YAML itself. */
    public Optional<JavaLine> find(String file, int document, JsonPointer pointer, JsonPointer inner) {
        Map<String, JavaLine> nodes = files.get(file);
        if (nodes == null || document != 0) {
            return Optional.empty();
        }
        for (JsonPointer at = inner; at != null && !at.matches(); at = at.head()) {
            JavaLine line = nodes.get(pointer + "#" + at);
            if (line != null) {
                return Optional.of(line);
            }
        }
        for (JsonPointer at = pointer; at != null; at = at.head()) {
            JavaLine line = nodes.get(at.toString());
            if (line != null) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
