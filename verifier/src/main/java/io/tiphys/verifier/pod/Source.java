package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.yaml.Position;
import io.tiphys.verifier.load.Manifest;
import java.util.Optional;

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

    /** Its place in the file: inside a block scalar the line of the inner node. */
    public Position position() {
        return TextPosition.of(manifest.document(), pointer, inner);
    }

    /** The Java line that wrote it, if it was generated. */
    public Optional<JavaLine> java() {
        return manifest.index().find(manifest.file(), manifest.document().index(), pointer, inner);
    }

    /** A finding at this place. */
    public Finding finding(Rule rule, String message) {
        return manifest.finding(rule, pointer, position(), message).withJava(java());
    }
}
