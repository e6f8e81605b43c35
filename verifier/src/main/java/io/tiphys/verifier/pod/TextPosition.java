package io.tiphys.verifier.pod;

import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlNode;

/** Finds the line of a file where a place inside a text stands. */
final class TextPosition {
    private TextPosition() {}

    /**
     * The place in the file. In a literal block each line of the text is a line of the file; its columns are those of the
     * text, so the column is left at the start of the line. Elsewhere it is the place of the text.
     */
    static Position of(Source source, Position inner) {
        return source.manifest()
                .document()
                .node(source.pointer())
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .filter(scalar -> scalar.style() == YamlNode.Style.LITERAL)
                .map(scalar -> new Position(scalar.start().line() + inner.line(), inner.column()))
                .orElseGet(() -> source.manifest().document().position(source.pointer()));
    }
}
