package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.pod.EffectivePod;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which part of a pod a message speaks of. A policy says by its annotation {@code tiphys.io/at} what it is about, such as
 * <code>/spec/containers/&#42;/resources</code>; the star is the item whose name the message mentions first, of those
 * that an author wrote.
 */
final class PodPlace {
    private static final String CONTAINERS = "/spec/containers/";

    private PodPlace() {}

    /** The pointer of the part; the whole spec where the message mentions no item. */
    static JsonPointer of(EffectivePod pod, String at, String message) {
        Optional<JsonPointer> part = resolve(pod, at, message);
        if (part.isEmpty() && at.startsWith(CONTAINERS)) {
            part = resolve(pod, "/spec/initContainers/" + at.substring(CONTAINERS.length()), message);
        }
        return part.orElseGet(() -> JsonPointer.compile("/spec"));
    }

    private static Optional<JsonPointer> resolve(EffectivePod pod, String at, String message) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonPointer rest = JsonPointer.compile(at); !rest.matches(); rest = rest.tail()) {
            String segment = rest.getMatchingProperty();
            if (segment.equals("*")) {
                Optional<Integer> item = mentioned(pod, pointer, message);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                pointer = pointer.appendIndex(item.get());
            } else {
                pointer = pointer.appendProperty(segment);
            }
        }
        return Optional.of(pointer);
    }

    /** The item whose name stands first in the message; what Argo adds itself comes after all others. */
    private static Optional<Integer> mentioned(EffectivePod pod, JsonPointer list, String message) {
        JsonNode items = pod.pod().at(list);
        Optional<Integer> best = Optional.empty();
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < items.size(); i++) {
            int found = Words.indexOf(message, items.get(i).path("name").asText());
            JsonPointer item = list.appendIndex(i);
            boolean authors =
                    Stream.of("image", "name").anyMatch(field -> pod.sources().containsKey(item.appendProperty(field)));
            int rank = authors ? found : found + message.length();
            if (found >= 0 && rank < bestRank) {
                best = Optional.of(i);
                bestRank = rank;
            }
        }
        return best;
    }
}
