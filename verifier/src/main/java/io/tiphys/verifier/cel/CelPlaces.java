package io.tiphys.verifier.cel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document with places that take other values from evaluation to evaluation; the rest of it is converted once. Immutable. */
public final class CelPlaces {
    private final Object base;
    private final Place root;

    /**
     * A document and its places.
     *
     * @param base the document, as {@link CelValues} gives it
     * @param places pointers; where nothing is there, nothing will be
     */
    public CelPlaces(Object base, Set<JsonPointer> places) {
        this.base = base;
        this.root = new Place(null);
        places.forEach(pointer -> root.add(pointer, pointer));
    }

    /** The document with values in its places; every place needs one. */
    public Object with(Map<JsonPointer, JsonNode> values) {
        return filled(base, root, values);
    }

    /** A node on the way to places. */
    private static final class Place {
        private final @Nullable JsonPointer whole;
        private final Map<String, Place> below = new HashMap<>();

        Place(@Nullable JsonPointer whole) {
            this.whole = whole;
        }

        void add(JsonPointer rest, JsonPointer place) {
            if (rest.matches()) {
                return; // the document itself
            }
            String segment = rest.getMatchingProperty();
            if (rest.tail().matches()) {
                below.put(segment, new Place(place));
            } else {
                below.computeIfAbsent(segment, name -> new Place(null)).add(rest.tail(), place);
            }
        }
    }

    private static Object filled(Object value, Place place, Map<JsonPointer, JsonNode> values) {
        if (place.whole != null) {
            return CelValues.of(values.getOrDefault(place.whole, MissingNode.getInstance()));
        }
        if (value instanceof Watched watched) {
            return new Watched(filled(watched.value(), place, values), watched.pointer(), watched.reads());
        }
        if (value instanceof CelMap map) {
            Map<Object, Object> fields = new LinkedHashMap<>(map.fields());
            place.below.forEach(
                    (name, inner) -> fields.computeIfPresent(name, (key, old) -> filled(old, inner, values)));
            return new CelMap(fields);
        }
        if (value instanceof CelList list) {
            List<Object> items = new ArrayList<>(list.items());
            place.below.forEach((segment, inner) -> {
                int index = JsonPointer.empty().appendProperty(segment).getMatchingIndex();
                if (index >= 0 && index < items.size()) {
                    items.set(index, filled(items.get(index), inner, values));
                }
            });
            return new CelList(items);
        }
        return value;
    }
}
