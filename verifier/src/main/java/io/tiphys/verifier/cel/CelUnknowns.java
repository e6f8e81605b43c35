package io.tiphys.verifier.cel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document with values that are not known: it tells which of them evaluations looked at, and lends them samples. The document
 * is converted once, whatever stands in these places. Not for several threads.
 */
public final class CelUnknowns {
    private final Map<JsonPointer, Watched> values = new HashMap<>();
    private final Set<JsonPointer> reads = new HashSet<>();
    private final Object document;

    private CelUnknowns(JsonNode document, Set<JsonPointer> unknown) {
        Place root = new Place();
        unknown.forEach(root::add);
        this.document = converted(document, unknown.isEmpty() ? null : root);
    }

    /**
     * A document.
     *
     * @param unknown pointers of the values that are not known; where nothing is there, nothing is watched
     */
    public static CelUnknowns of(JsonNode document, Set<JsonPointer> unknown) {
        return new CelUnknowns(document, unknown);
    }

    /** The document for evaluations. */
    public Object document() {
        return document;
    }

    /** What evaluations looked at since {@link #forget}: pointers of values without a sample. */
    public Set<JsonPointer> reads() {
        return Collections.unmodifiableSet(reads);
    }

    /** Forgets what was looked at. */
    public void forget() {
        reads.clear();
    }

    /** Puts samples in some places, until the next call; the others have none. */
    public void lend(Map<JsonPointer, JsonNode> samples) {
        values.values().forEach(value -> value.lend(null));
        samples.forEach((pointer, sample) -> {
            Watched value = values.get(pointer);
            if (value != null) {
                value.lend(CelValues.of(sample));
            }
        });
    }

    /** A node on the way to unknown values. */
    private static final class Place {
        private final Map<String, Place> below = new HashMap<>();
        private @Nullable JsonPointer here;

        void add(JsonPointer pointer) {
            Place place = this;
            for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
                place = place.below.computeIfAbsent(rest.getMatchingProperty(), name -> new Place());
            }
            place.here = pointer;
        }
    }

    private Object converted(JsonNode node, @Nullable Place place) {
        if (place == null) {
            return CelValues.of(node);
        }
        Object value =
                switch (node.getNodeType()) {
                    case OBJECT -> {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        for (Map.Entry<String, JsonNode> field : node.properties()) {
                            fields.put(field.getKey(), converted(field.getValue(), place.below.get(field.getKey())));
                        }
                        yield new CelMap(fields);
                    }
                    case ARRAY -> {
                        List<Object> items = new ArrayList<>(node.size());
                        for (int i = 0; i < node.size(); i++) {
                            items.add(converted(node.get(i), place.below.get(String.valueOf(i))));
                        }
                        yield new CelList(items);
                    }
                    default -> CelValues.of(node);
                };
        if (place.here == null) {
            return value;
        }
        Watched watched = new Watched(value, place.here, reads);
        values.put(place.here, watched);
        return watched;
    }
}
