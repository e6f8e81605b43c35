package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.load.Manifest;

/**
 * Where a value of a pod was written.
 *
 * @param manifest the document
 * @param pointer the node of the document
 * @param inner the node inside, where the text at {@code pointer} is YAML itself (podSpecPatch); else empty
 */
public record Source(Manifest manifest, JsonPointer pointer, JsonPointer inner) {

    /** A node of a document. */
    public static Source of(Manifest manifest, JsonPointer pointer) {
        return new Source(manifest, pointer, JsonPointer.empty());
    }
}
