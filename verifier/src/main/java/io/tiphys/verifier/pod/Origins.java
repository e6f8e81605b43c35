package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which node came from where. Documents are copied into nodes of their own; every step that makes a new node from an
 * old one says so, and nodes that are only moved keep their origin by being the same object.
 */
final class Origins {
    private final IdentityHashMap<JsonNode, List<Source>> sources = new IdentityHashMap<>();

    /** A copy of a document's node, whose parts know where they stand. */
    JsonNode adopt(Manifest manifest, JsonNode json, JsonPointer at) {
        return copy(json, Source.of(manifest, at), false);
    }

    /** A copy of what a text at a place holds. */
    JsonNode adoptInner(Source text, JsonNode json) {
        return copy(json, text, true);
    }

    private JsonNode copy(JsonNode json, Source source, boolean inner) {
        JsonNode result =
                switch (json.getNodeType()) {
                    case OBJECT -> {
                        ObjectNode object = JsonNodeFactory.instance.objectNode();
                        json.properties()
                                .forEach(field -> object.set(
                                        field.getKey(),
                                        copy(field.getValue(), child(source, field.getKey(), inner), inner)));
                        yield object;
                    }
                    case ARRAY -> {
                        ArrayNode array = JsonNodeFactory.instance.arrayNode();
                        for (int i = 0; i < json.size(); i++) {
                            array.add(copy(json.get(i), child(source, i, inner), inner));
                        }
                        yield array;
                    }
                    case STRING -> new TextNode(json.textValue());
                    case BOOLEAN -> new LocatedBoolean(json.booleanValue());
                    case NUMBER ->
                        json.isIntegralNumber() && json.canConvertToLong()
                                ? new LongNode(json.longValue())
                                : new DoubleNode(json.doubleValue());
                    default -> json;
                };
        sources.put(result, List.of(source));
        return result;
    }

    private static Source child(Source source, String name, boolean inner) {
        return inner
                ? new Source(source.manifest(), source.pointer(), source.inner().appendProperty(name))
                : Source.of(source.manifest(), source.pointer().appendProperty(name));
    }

    private static Source child(Source source, int index, boolean inner) {
        return inner
                ? new Source(source.manifest(), source.pointer(), source.inner().appendIndex(index))
                : Source.of(source.manifest(), source.pointer().appendIndex(index));
    }

    /** Says that a node stands where another one stood. */
    @SuppressWarnings("ReferenceEquality") // origins belong to objects, not to values
    void copied(JsonNode result, JsonNode source) {
        List<Source> known = sources.get(source);
        if (known != null && result != source && isOwn(result)) {
            sources.merge(result, known, Origins::joined);
        }
    }

    private static List<Source> joined(List<Source> one, List<Source> other) {
        List<Source> all = new ArrayList<>(one);
        other.stream().filter(source -> !all.contains(source)).forEach(all::add);
        return all;
    }

    /** Shared nodes cannot have an origin. */
    private static boolean isOwn(JsonNode node) {
        return node.isContainerNode() || node.isTextual() || node instanceof LongNode || node instanceof LocatedBoolean;
    }

    /** Where a node was written; the last one is what decided. */
    List<Source> of(JsonNode node) {
        return sources.getOrDefault(node, List.of());
    }

    /** The sources of a tree's nodes, by their place in it. */
    Map<JsonPointer, List<Source>> index(JsonNode tree) {
        Map<JsonPointer, List<Source>> index = new LinkedHashMap<>();
        index(tree, JsonPointer.empty(), index);
        return Collections.unmodifiableMap(index);
    }

    private void index(JsonNode node, JsonPointer at, Map<JsonPointer, List<Source>> index) {
        List<Source> known = of(node);
        if (!known.isEmpty()) {
            index.put(at, List.copyOf(known));
        }
        if (node.isObject()) {
            node.properties().forEach(field -> index(field.getValue(), at.appendProperty(field.getKey()), index));
        } else {
            for (int i = 0; i < node.size(); i++) {
                index(node.get(i), at.appendIndex(i), index);
            }
        }
    }
}
