package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells items of a list apart, by their merge key or by themselves, and puts a merged list in order. */
final class ListOrder {
    private final String mergeKey;
    private final JsonPointer path;

    /** @param mergeKey empty for a list of scalars */
    ListOrder(String mergeKey, JsonPointer path) {
        this.mergeKey = mergeKey;
        this.path = path;
    }

    /** What an item is told apart by: equal for items that are the same to Kubernetes. */
    Object key(JsonNode item, JsonPointer at) throws MergeException {
        if (mergeKey.isEmpty()) {
            return Kind.value(item);
        }
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
        return Kind.value(key);
    }

    /** The index of the first item of each key. Items without key are passed over. */
    Map<Object, Integer> indexes(List<JsonNode> items) throws MergeException {
        Map<Object, Integer> indexes = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (mergeKey.isEmpty() || items.get(i).has(mergeKey)) {
                indexes.putIfAbsent(key(items.get(i), path), i);
            }
        }
        return indexes;
    }

    /**
     * Items that the patch knows stand in its order, the others in the base's. Both runs are merged: one of the base goes
     * first only if it stood before the patch's next one in the base.
     */
    List<JsonNode> sort(List<JsonNode> merged, List<JsonNode> patchOrder, List<JsonNode> baseOrder)
            throws MergeException {
        Map<Object, Integer> inPatch = indexes(patchOrder);
        Map<Object, Integer> inBase = indexes(baseOrder);
        List<Ranked> ofPatch = new ArrayList<>();
        List<Ranked> ofBase = new ArrayList<>();
        for (JsonNode item : merged) {
            Object key = key(item, path);
            Ranked ranked = new Ranked(item, inPatch.getOrDefault(key, -1), inBase.getOrDefault(key, -1));
            (ranked.inPatch() < 0 ? ofBase : ofPatch).add(ranked);
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
            Object key = key(item, path.appendIndex(i));
            while (at < wanted.size() && !key.equals(key(wanted.get(at), path))) {
                at++;
            }
            if (at++ >= wanted.size()) {
                throw new MergeException(
                        path.appendIndex(i),
                        "the item is missing in $setElementOrder, or stands there in another place");
            }
        }
    }
}
