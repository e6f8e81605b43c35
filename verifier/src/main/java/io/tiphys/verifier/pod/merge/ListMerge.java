package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges one list: by key if its items are objects, as a set if they are scalars. */
final class ListMerge {
    private final StrategicMerge owner;
    private final Shape.Member member;
    private final StrategicMerge.Path path;
    private final ListOrder order;
    private final ListOrder scalarOrder;

    ListMerge(StrategicMerge owner, Shape.Member member, StrategicMerge.Path path) {
        this.owner = owner;
        this.member = member;
        this.path = path;
        this.order = new ListOrder(member.mergeKey(), path.pointer());
        this.scalarOrder = new ListOrder("", path.pointer());
    }

    /** @param deletion whether the patch lists scalars to take out */
    ArrayNode merge(ArrayNode base, ArrayNode patch, boolean deletion) throws MergeException {
        if (!deletion && !member.merged()) {
            return patch;
        }
        if (base.isEmpty() && patch.isEmpty()) {
            return base;
        }
        if (elementKind(base, patch) != Kind.OBJECT) {
            return scalars(base, patch, deletion);
        }
        if (member.mergeKey().isEmpty()) {
            throw new MergeException(path.pointer(), "a list of objects without merge key cannot be merged");
        }
        List<JsonNode> kept = items(base);
        List<JsonNode> changes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<Object> deleted = new HashSet<>();
        boolean replace = false;
        for (int i = 0; i < patch.size(); i++) {
            JsonNode directive = patch.get(i).get(Directives.PATCH);
            if (directive == null) {
                changes.add(patch.get(i));
                places.add(i);
            } else if (directive.asText().equals(Directives.DELETE)) {
                deleted.add(order.key(patch.get(i), path.item(i).pointer()));
            } else if (directive.asText().equals(Directives.REPLACE)) {
                replace = true;
            } else {
                throw new MergeException(
                        path.item(i).pointer(),
                        "\"$patch: " + directive.asText() + "\" in a list item is neither replace nor delete");
            }
        }
        if (!deleted.isEmpty()) {
            remove(kept, deleted);
        }
        if (replace) {
            kept = changes;
            changes = List.of();
        }
        List<JsonNode> merged = byKey(kept, changes, places);
        return owner.list(order.sort(merged, changes, kept), base);
    }

    private List<JsonNode> byKey(List<JsonNode> base, List<JsonNode> changes, List<Integer> places)
            throws MergeException {
        List<JsonNode> merged = new ArrayList<>(base);
        Map<Object, Integer> indexes = changes.isEmpty() ? new HashMap<>() : order.indexes(merged);
        for (int i = 0; i < changes.size(); i++) {
            JsonNode change = changes.get(i);
            StrategicMerge.Path at = path.item(places.get(i));
            Object key = order.key(change, at.pointer());
            Integer index = indexes.putIfAbsent(key, merged.size());
            if (index == null) {
                merged.add(change);
            } else {
                ObjectNode result =
                        owner.object((ObjectNode) merged.get(index), (ObjectNode) change, member.shape(), at);
                merged.set(index, result);
                if (index < base.size()) {
                    base.set(index, result);
                }
            }
        }
        return merged;
    }

    private ArrayNode scalars(ArrayNode base, ArrayNode patch, boolean deletion) throws MergeException {
        List<JsonNode> result = new ArrayList<>();
        if (deletion) {
            Set<Object> unwanted = new HashSet<>();
            patch.forEach(item -> unwanted.add(Kind.value(item)));
            base.forEach(item -> {
                if (!unwanted.contains(Kind.value(item))) {
                    result.add(item);
                }
            });
            return owner.list(result, base);
        }
        base.forEach(result::add);
        patch.forEach(result::add);
        deduplicate(result);
        boolean inPlace = base.size() + patch.size() <= capacity(base.size());
        List<JsonNode> baseOrder = inPlace ? result.subList(0, Math.min(base.size(), result.size())) : items(base);
        return owner.list(scalarOrder.sort(result, items(patch), List.copyOf(baseOrder)), base);
    }

    /** Each duplicate is overwritten by the last item, as the library does it. */
    private static void deduplicate(List<JsonNode> items) {
        for (int i = 0; i < items.size(); i++) {
            Object value = Kind.value(items.get(i));
            for (int j = i + 1; j < items.size(); ) {
                if (!value.equals(Kind.value(items.get(j)))) {
                    j++;
                    continue;
                }
                JsonNode last = items.remove(items.size() - 1);
                if (j < items.size()) {
                    items.set(j, last);
                }
            }
        }
    }

    /** Room that Go has for a decoded list: where the patch fits, removing duplicates changes the base's order too. */
    private static int capacity(int size) {
        return size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
    }

    /** The list as {@code $setElementOrder} wants it. */
    ArrayNode inOrder(@Nullable JsonNode base, @Nullable JsonNode patch, ArrayNode wanted) throws MergeException {
        ArrayNode baseList = listOrEmpty(base);
        ArrayNode patchList = listOrEmpty(patch);
        if (patch != null) {
            order.check(patchList, wanted);
        }
        if (!member.mergeKey().isEmpty()) {
            for (JsonNode item : wanted) {
                order.key(item, path.pointer());
            }
        }
        ArrayNode merged;
        if (patch == null) {
            merged = baseList;
        } else if (base == null) {
            merged = Directives.taken(patchList, owner.listener());
        } else {
            merged = merge(baseList, patchList, false);
        }
        Kind kind = elementKind(baseList, patchList);
        if (kind == Kind.OBJECT && member.mergeKey().isEmpty()) {
            throw new MergeException(path.pointer(), "a list of objects without merge key cannot be put in order");
        }
        return owner.list(
                (kind == Kind.OBJECT ? order : scalarOrder).sort(items(merged), items(wanted), items(baseList)),
                merged);
    }

    private ArrayNode listOrEmpty(@Nullable JsonNode value) throws MergeException {
        if (value == null) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw new MergeException(
                path.pointer(),
                "$setElementOrder needs a list, not " + Kind.of(value).label());
    }

    private Kind elementKind(ArrayNode base, ArrayNode patch) throws MergeException {
        Kind kind = null;
        for (ArrayNode list : List.of(base, patch)) {
            for (JsonNode item : list) {
                Kind found = Kind.of(item);
                if (found == Kind.LIST || found == Kind.NULL) {
                    throw new MergeException(path.pointer(), "a merged list cannot hold " + found.label());
                }
                if (kind != null && kind != found) {
                    throw new MergeException(
                            path.pointer(), "the list holds both " + kind.label() + " and " + found.label());
                }
                kind = found;
            }
        }
        if (kind == null) {
            throw new MergeException(path.pointer(), "the lists are empty, so there is nothing to put in order");
        }
        return kind;
    }

    private void remove(List<JsonNode> items, Set<Object> keys) throws MergeException {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).has(member.mergeKey()) && keys.contains(order.key(items.get(i), path.pointer()))) {
                items.remove(i);
            }
        }
    }

    private static List<JsonNode> items(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }
}
