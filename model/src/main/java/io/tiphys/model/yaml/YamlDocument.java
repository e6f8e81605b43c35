package io.tiphys.model.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One document: the same content twice, as nodes with positions and as JSON. The JSON is shared and must not be
 * changed.
 *
 * @param index its number in the file, from 0, empty documents not counted
 * @param root the nodes
 * @param json the content as Kubernetes sees it
 * @param problems of this document that do not keep it from being read
 */
public record YamlDocument(int index, YamlNode root, JsonNode json, List<YamlProblem> problems) {
    public YamlDocument {
        problems = List.copyOf(problems);
    }

    /** The node at a pointer, or nothing where the document has none. */
    public Optional<YamlNode> node(JsonPointer pointer) {
        YamlNode node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            Optional<YamlNode> child = child(node, rest);
            if (child.isEmpty()) {
                return child;
            }
            node = child.get();
        }
        return Optional.of(node);
    }

    /**
     * Where a reader should look for the node at a pointer: its key if it is a field, itself if it is a list item; the
     * nearest ancestor that exists if it does not.
     */
    public Position position(JsonPointer pointer) {
        Position best = root.start();
        YamlNode node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (node instanceof YamlNode.Mapping mapping) {
                Optional<YamlNode.Entry> entry = mapping.entry(rest.getMatchingProperty());
                if (entry.isEmpty()) {
                    return best;
                }
                best = entry.get().keyStart();
                node = entry.get().value();
            } else {
                Optional<YamlNode> child = child(node, rest);
                if (child.isEmpty()) {
                    return best;
                }
                node = child.get();
                best = node.start();
            }
        }
        return best;
    }

    /** The same, but of a field whose value is a scalar the value. */
    public Position valuePosition(JsonPointer pointer) {
        return node(pointer)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode::start)
                .orElseGet(() -> position(pointer));
    }

    private static Optional<YamlNode> child(YamlNode node, JsonPointer pointer) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entry(pointer.getMatchingProperty()).map(YamlNode.Entry::value);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            int index = pointer.getMatchingIndex();
            if (index >= 0 && index < sequence.items().size()) {
                return Optional.of(sequence.items().get(index));
            }
        }
        return Optional.empty();
    }
}
