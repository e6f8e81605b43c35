package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds items by their merge key and puts a merged list in order. */
final class ListOrder {
    private final String mergeKey;
    private final JsonPointer path;

    ListOrder(String mergeKey, JsonPointer path) {
        this.mergeKey = mergeKey;
        this.path = path;
    }

    /** The value of an item's merge key. */
    JsonNode key(JsonNode item, JsonPointer at) throws MergeException {
        if (!item.isObject()) {
            throw new MergeException(at, "an item of a keyed list must be an object");
        }
        JsonNode key = item.get(mergeKey);
        if (key == null) {
            throw new MergeException(at, "the item has no \"" + mergeKey + "\", by which the list is merged");
        }
        if (key.isContainerNode()) {
            throw new MergeException(at, "\"" + mergeKey + "\" must be a scalar");
        }
        return key;
    }

    /** Index of the first item with the key, or -1. */
    int find(List<JsonNode> items, JsonNode key) throws MergeException {
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isObject()) {
                throw new MergeException(path, "an item of a keyed list must be an object");
            }
            JsonNode other = items.get(i).get(mergeKey);
            if (other != null) {
                if (other.isContainerNode()) {
                    throw new MergeException(path, "\"" + mergeKey + "\" must be a scalar");
                }
                if (Kind.same(other, key)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * Items that the patch knows stand in its order, the others in the base's. Both runs are merged: one of the base goes
     * first only if it stood before the patch's next one in the base.
     */
    List<JsonNode> sort(List<JsonNode> merged, List<JsonNode> patchOrder, List<JsonNode> baseOrder, boolean keyed)
            throws MergeException {
        List<Ranked> ofPatch = new ArrayList<>();
        List<Ranked> ofBase = new ArrayList<>();
        for (JsonNode item : merged) {
            int inPatch = index(patchOrder, item, keyed);
            int inBase = index(baseOrder, item, keyed);
            (inPatch < 0 ? ofBase : ofPatch).add(new Ranked(item, inPatch, inBase));
        }
        ofPatch.sort(Comparator.comparingInt(Ranked::inPatch));
        ofBase.sort(Comparator.comparingInt(Ranked::inBase));
        List<JsonNode> result = new ArrayList<>();
        int next = 0;
        for (Ranked item : ofBase) {
            while (next < ofPatch.size() && !item.isBefore(ofPatch.get(next))) {
                result.add(ofPatch.get(next++).item());
            }
            result.add(item.item());
        }
        ofPatch.subList(next, ofPatch.size()).forEach(item -> result.add(item.item()));
        return result;
    }

    private record Ranked(JsonNode item, int inPatch, int inBase) {
        boolean isBefore(Ranked other) {
            return inBase >= 0 && other.inBase >= 0 && inBase < other.inBase;
        }
    }

    private int index(List<JsonNode> list, JsonNode item, boolean keyed) throws MergeException {
        if (keyed) {
            return find(list, key(item, path));
        }
        for (int i = 0; i < list.size(); i++) {
            if (Kind.same(list.get(i), item)) {
                return i;
            }
        }
        return -1;
    }

    /** Every item of the patch without {@code $patch} must stand in {@code $setElementOrder}, in the same order. */
    void check(ArrayNode patch, ArrayNode wanted) throws MergeException {
        if (patch.isEmpty() || wanted.isEmpty()) {
            return;
        }
        int at = 0;
        for (int i = 0; i < patch.size(); i++) {
            JsonNode item = patch.get(i);
            if (item.has(Directives.PATCH)) {
                continue;
            }
            while (at < wanted.size() && !same(item, wanted.get(at))) {
                at++;
            }
            if (at++ >= wanted.size()) {
                throw new MergeException(
                        path.appendIndex(i),
                        "the item is missing in $setElementOrder, or stands there in another place");
            }
        }
    }

    private boolean same(JsonNode left, JsonNode right) throws MergeException {
        return mergeKey.isEmpty() ? Kind.same(left, right) : Kind.same(key(left, path), key(right, path));
    }
}
