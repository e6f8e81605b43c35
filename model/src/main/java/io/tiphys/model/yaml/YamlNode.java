package io.tiphys.model.yaml;

import java.util.List;
import java.util.Optional;

/** A node of a YAML document with its place in the file. Aliases are replaced by what they refer to. */
public sealed interface YamlNode {

    /** Where the node starts: for a block scalar, its indicator ({@code |}). */
    Position start();

    /** How a scalar was written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /**
     * A scalar.
     *
     * @param text the text after unescaping and folding, before its type is resolved
     * @param style how it was written
     * @param tag the explicit tag ({@code !!str} in its long form), or empty
     * @param indent by how many blanks the lines of a block scalar are indented; 0 for other styles
     * @param width how many characters it takes in its line, quotes included; 0 where it stands in several lines
     */
    record Scalar(Position start, String text, Style style, String tag, int indent, int width) implements YamlNode {

        /** Where a character of the text stands in the file; the start where that cannot be told. */
        public Position position(int offset) {
            return ScalarPositions.of(this, Math.min(offset, text.length()));
        }
    }

    /** A sequence. */
    record Sequence(Position start, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file, duplicate keys included. */
    record Mapping(Position start, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = Entries.of(entries);
        }

        /** The value of a key: the last one where the key stands twice, as Kubernetes takes it. */
        public Optional<Entry> entry(String key) {
            if (entries instanceof Entries indexed) {
                return Optional.ofNullable(indexed.find(key));
            }
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().equals(key)) {
                    return Optional.of(entries.get(i));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One key and its value.
     *
     * @param key the key as JSON has it: {@code on} is {@code true}, {@code 1} is {@code "1"}
     * @param keyStart where the key starts
     * @param value the value
     */
    record Entry(String key, Position keyStart, YamlNode value) {}
}
