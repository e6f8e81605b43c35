package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strategic merge patch as Kubernetes' Go library applies it: objects merge, null deletes, lists are replaced unless the
 * schema gives them a merge key; {@code $patch}, {@code $retainKeys}, {@code $setElementOrder/x} and
 * {@code $deleteFromPrimitiveList/x} are obeyed, with the library's quirks, since what it does is what a cluster gets.
 *
 * <p>Source: Kubernetes API conventions, "strategic merge patch", and recorded answers of apimachinery 0.35. Immutable;
 * neither base nor patch is changed; nodes that are taken over unchanged are shared with them.
 */
public final class StrategicMerge {
    private static final int MAX_DEPTH = 200;

    private final Listener listener;

    private StrategicMerge(Listener listener) {
        this.listener = listener;
    }

    /** Told of every object and list that was made from another one, so that origins can be kept. */
    @FunctionalInterface
    public interface Listener {
        /** {@code result} stands where {@code source} of the base or of the patch stood. */
        void copied(JsonNode result, JsonNode source);
    }

    /**
     * The base with the patch applied.
     *
     * @param base an object of the type
     * @param patch a patch for it
     * @param type the type whose fields and merge keys count
     * @throws MergeException where Kubernetes refuses the patch
     */
    public static JsonNode apply(JsonNode base, JsonNode patch, ApiType type) throws MergeException {
        return apply(base, patch, type, (result, source) -> {});
    }

    /** The same, telling a listener which nodes came from which. */
    public static JsonNode apply(JsonNode base, JsonNode patch, ApiType type, Listener listener) throws MergeException {
        JsonPointer root = JsonPointer.empty();
        if (patch.isNull()) {
            return base;
        }
        if (!(patch instanceof ObjectNode patchObject)) {
            throw new MergeException(
                    root, "a patch must be an object, not " + Kind.of(patch).label());
        }
        if (!(base instanceof ObjectNode baseObject)) {
            throw new MergeException(
                    root,
                    "a patch needs an object to patch, not " + Kind.of(base).label());
        }
        return new StrategicMerge(listener).object(baseObject, patchObject, new Shape.Struct(type), new Path(root, 0));
    }

    /** Where in the patch, and how deep. */
    record Path(JsonPointer pointer, int depth) {
        Path field(String name) {
            return new Path(pointer.appendProperty(name), depth + 1);
        }

        Path item(int index) {
            return new Path(pointer.appendIndex(index), depth + 1);
        }
    }

    ObjectNode object(ObjectNode base, ObjectNode patch, Shape shape, Path path) throws MergeException {
        if (path.depth() > MAX_DEPTH) {
            throw new MergeException(path.pointer(), "the patch is nested more than " + MAX_DEPTH + " deep");
        }
        JsonNode directive = patch.get(Directives.PATCH);
        if (directive != null) {
            return replaced(patch, directive, path);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.setAll(base);
        listener.copied(result, base);
        Set<String> done = new HashSet<>();
        retainKeys(result, patch, done, path);
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getKey().startsWith(Directives.SET_ELEMENT_ORDER)) {
                done.add(field.getKey());
                ordered(result, patch, field, shape, done, path);
            }
        }
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (!done.contains(field.getKey())) {
                field(result, field.getKey(), field.getValue(), shape, path);
            }
        }
        return result;
    }

    private ObjectNode replaced(ObjectNode patch, JsonNode directive, Path path) throws MergeException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        listener.copied(result, patch);
        switch (directive.asText()) {
            case Directives.DELETE -> {}
            case Directives.REPLACE -> {
                result.setAll(patch);
                result.remove(Directives.PATCH);
            }
            default ->
                throw new MergeException(
                        path.pointer(), "\"$patch: " + directive.asText() + "\" is neither replace nor delete");
        }
        return result;
    }

    private static void retainKeys(ObjectNode result, ObjectNode patch, Set<String> done, Path path)
            throws MergeException {
        JsonNode directive = patch.get(Directives.RETAIN_KEYS);
        if (directive == null) {
            return;
        }
        done.add(Directives.RETAIN_KEYS);
        Path at = path.field(Directives.RETAIN_KEYS);
        if (!directive.isArray()) {
            throw new MergeException(at.pointer(), "$retainKeys must be a list of names");
        }
        Set<String> retained = new HashSet<>();
        for (JsonNode name : directive) {
            if (name.isContainerNode()) {
                throw new MergeException(at.pointer(), "$retainKeys must be a list of names");
            }
            if (name.isTextual()) {
                retained.add(name.textValue());
            }
        }
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            if (!done.contains(name)
                    && !field.getValue().isNull()
                    && !name.startsWith(Directives.DELETE_FROM_PRIMITIVE_LIST)
                    && !name.startsWith(Directives.SET_ELEMENT_ORDER)
                    && !retained.contains(name)) {
                throw new MergeException(at.pointer(), "$retainKeys lacks \"" + name + "\", which the patch sets");
            }
        }
        result.retain(retained);
    }

    /** Merges the list that a {@code $setElementOrder/x} beside it puts in order. */
    private void ordered(
            ObjectNode result,
            ObjectNode patch,
            Map.Entry<String, JsonNode> directive,
            Shape shape,
            Set<String> done,
            Path path)
            throws MergeException {
        Path at = path.field(directive.getKey());
        String name = Directives.fieldOf(directive.getKey(), at.pointer());
        if (!(directive.getValue() instanceof ArrayNode order)) {
            throw new MergeException(at.pointer(), "$setElementOrder must be a list");
        }
        JsonNode base = result.get(name);
        JsonNode change = patch.get(name);
        if (base == null && change == null) {
            return;
        }
        Shape.Member member = shape.member(name, at.pointer());
        ListMerge lists = new ListMerge(this, member, path.field(name));
        result.set(name, lists.inOrder(base, change, order));
        done.add(name);
    }

    private void field(ObjectNode result, String key, JsonNode change, Shape shape, Path path) throws MergeException {
        Path at = path.field(key);
        boolean deletion = key.startsWith(Directives.DELETE_FROM_PRIMITIVE_LIST);
        String name = deletion ? Directives.fieldOf(key, at.pointer()) : key;
        if (change.isNull()) {
            result.remove(name);
            return;
        }
        JsonNode base = result.get(name);
        if (base == null || Kind.of(base) != Kind.of(change)) {
            if (!deletion) {
                result.remove(name);
                Directives.taken(change, listener).ifPresent(taken -> result.set(name, taken));
            }
            return;
        }
        if (base instanceof ObjectNode baseObject) {
            Shape.Member member = shape.member(name, at.pointer());
            result.set(name, member.replaced() ? change : object(baseObject, (ObjectNode) change, member.shape(), at));
        } else if (base instanceof ArrayNode baseList) {
            Shape.Member member = shape.member(name, at.pointer());
            result.set(name, new ListMerge(this, member, at).merge(baseList, (ArrayNode) change, deletion));
        } else {
            result.set(name, change);
        }
    }

    ArrayNode list(List<JsonNode> items, JsonNode source) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addAll(new ArrayList<>(items));
        listener.copied(list, source);
        return list;
    }

    Listener listener() {
        return listener;
    }
}
