package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlNode;
import java.util.Optional;

/** Finds the place in a file where something inside a text stands. */
final class TextPosition {
    private TextPosition() {}

    /**
     * The place in the file of a place in a text. In a literal block each line of the text is a line of the file; for other
     * styles it is the place of the text.
     */
    static Position of(YamlDocument document, JsonPointer pointer, Position inner) {
        return scalar(document, pointer)
                .filter(scalar -> scalar.style() == YamlNode.Style.LITERAL)
                .map(scalar -> new Position(scalar.start().line() + inner.line(), scalar.indent() + inner.column()))
                .orElseGet(() -> document.position(pointer));
    }

    /** The place in the file of a node of what a text holds. */
    static Position of(YamlDocument document, JsonPointer pointer, JsonPointer inner) {
        Optional<YamlNode.Scalar> scalar = scalar(document, pointer);
        if (inner.matches() || scalar.isEmpty()) {
            return document.position(pointer);
        }
        try {
            return of(
                    document,
                    pointer,
                    PatchText.readWithTags(scalar.get().text()).position(inner));
        } catch (PatchText.UnreadableException e) {
            return document.position(pointer);
        }
    }

    private static Optional<YamlNode.Scalar> scalar(YamlDocument document, JsonPointer pointer) {
        return document.node(pointer).filter(YamlNode.Scalar.class::isInstance).map(YamlNode.Scalar.class::cast);
    }
}
