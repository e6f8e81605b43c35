package io.tiphys.verifier.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the fields of a pod come from: the part of the workflow, and the line that decided. */
final class FieldOrigins {
    private static final int WIDEST = 1000;
    private final EffectivePod pod;

    FieldOrigins(EffectivePod pod) {
        this.pod = pod;
    }

    /** Each field that somebody wrote, by its place in the pod; of all others the controller is the origin. */
    Map<String, String> byPlace() {
        Map<String, String> found = new LinkedHashMap<>();
        collect(pod.pod().path("metadata"), JsonPointer.compile("/metadata"), found);
        collect(pod.pod().path("spec"), JsonPointer.compile("/spec"), found);
        return found;
    }

    private void collect(JsonNode node, JsonPointer at, Map<String, String> found) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), found));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), found);
            }
        } else {
            List<Source> sources = pod.sources().getOrDefault(at, List.of());
            if (!sources.isEmpty()) {
                found.put(at.toString(), words(at, sources.get(sources.size() - 1)));
            }
        }
    }

    private String words(JsonPointer at, Source source) {
        String java = source.java()
                .map(line -> ", " + line.className() + " (" + line.file() + ":" + line.line() + ")")
                .orElse("");
        return pod.origin(at).label() + ", " + source.manifest().file() + ":"
                + source.position().line() + java;
    }

    List<String> lines(String indent) {
        TextTable table = new TextTable(WIDEST);
        byPlace().forEach((place, words) -> table.row(List.of(PodWords.place(place), words)));
        List<String> lines = new ArrayList<>(table.lines(indent));
        lines.add(indent + "all else: controller");
        return lines;
    }
}
