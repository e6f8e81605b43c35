package io.tiphys.verifier.load;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;

/**
 * What the rest of a run must know of an object.
 *
 * @param source the file it stands in
 * @param number its number among the objects of the file, from 0
 * @param document number of its document in the file
 * @param root where it stands in the document
 * @param namespace {@code metadata.namespace}, or empty
 * @param name as {@link Manifest#name}
 * @param named whether the name is given, not generated
 * @param line where the name stands
 */
public record Entry(
        Source source,
        int number,
        int document,
        JsonPointer root,
        String apiVersion,
        String kind,
        String namespace,
        String name,
        boolean named,
        int line) {
    private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");

    static Entry of(Source source, int number, Manifest manifest) {
        String given = manifest.json().at(NAME).asText("");
        return new Entry(
                source,
                number,
                manifest.document().index(),
                manifest.root(),
                manifest.apiVersion(),
                manifest.kind(),
                manifest.namespace(),
                manifest.name(),
                !given.isEmpty(),
                given.isEmpty() ? 0 : manifest.document().position(NAME).line());
    }

    /** Whether a finding is about this object; what is said of a whole document is about each object in it. */
    public boolean concerns(Finding finding) {
        String pointer = finding.place().pointer();
        return finding.place().document() == document
                && finding.place().file().equals(source.file())
                && (pointer.isEmpty() || pointer.equals(root.toString()) || pointer.startsWith(root + "/"));
    }
}
