package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which parts of an object a message speaks of. A policy says by its annotation {@code tiphys.io/at} what it is about, such
 * as <code>/spec/containers/&#42;/resources</code>; the star stands for the items whose names the message mentions.
 */
final class PolicyPlace {
    private static final String CONTAINERS = "/spec/containers/";
    private static final Set<String> ARGOS = Set.of("wait", "init");
    private static final JsonPointer SPEC = JsonPointer.compile("/spec");

    private PolicyPlace() {}

    /**
     * The parts of a pod, one for each container that is mentioned, init containers included.
     *
     * @param authored whether an author wrote a node; what Argo adds counts only if nothing else is mentioned
     */
    static List<JsonPointer> inPod(JsonNode pod, String at, String message, Predicate<JsonPointer> authored) {
        List<JsonPointer> all = new ArrayList<>(resolve(pod, at, message));
        if (at.startsWith(CONTAINERS)) {
            all.addAll(resolve(pod, "/spec/initContainers/" + at.substring(CONTAINERS.length()), message));
        }
        List<JsonPointer> own = all.stream()
                .filter(pointer -> !ARGOS.contains(
                                pod.at(item(pointer)).path("name").asText())
                        || Stream.of("image", "name")
                                .anyMatch(field -> authored.test(item(pointer).appendProperty(field))))
                .toList();
        List<JsonPointer> chosen = own.isEmpty() ? all : own;
        return chosen.isEmpty() ? List.of(SPEC) : chosen;
    }

    /** The parts of a document, one for each template that is mentioned; the spec where there is none. */
    static List<JsonPointer> inDocument(JsonNode document, JsonPointer spec, String at, String message) {
        boolean inSpec = at.equals("/spec") || at.startsWith("/spec/");
        List<JsonPointer> all =
                resolve(document, inSpec ? spec + at.substring(SPEC.toString().length()) : at, message);
        return all.isEmpty() ? List.of(spec) : all;
    }

    /** {@code /spec/containers/0/resources} → {@code /spec/containers/0}. */
    private static JsonPointer item(JsonPointer pointer) {
        JsonPointer item = pointer;
        while (item.toString().chars().filter(c -> c == '/').count() > 3) {
            item = item.head();
        }
        return item;
    }

    private static List<JsonPointer> resolve(JsonNode object, String at, String message) {
        List<JsonPointer> pointers = List.of(JsonPointer.empty());
        for (JsonPointer rest = JsonPointer.compile(at); !rest.matches(); rest = rest.tail()) {
            String segment = rest.getMatchingProperty();
            List<JsonPointer> next = new ArrayList<>();
            for (JsonPointer pointer : pointers) {
                if (segment.equals("*")) {
                    next.addAll(mentioned(object.at(pointer), pointer, message));
                } else {
                    next.add(pointer.appendProperty(segment));
                }
            }
            pointers = next;
        }
        return pointers;
    }

    private static List<JsonPointer> mentioned(JsonNode items, JsonPointer list, String message) {
        List<JsonPointer> listed = new ArrayList<>();
        List<JsonPointer> anywhere = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).path("name").asText();
            if (Words.indexOf(message, name) >= 0) {
                anywhere.add(list.appendIndex(i));
            }
            if (Words.isListed(message, name)) {
                listed.add(list.appendIndex(i));
            }
        }
        return listed.isEmpty() ? anywhere : listed;
    }
}
