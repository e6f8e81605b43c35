package io.tiphys.publisher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code publish.json}. The same result gives the same bytes. */
public final class PublishReport {
    private PublishReport() {}

    /**
     * Writes the report whole or not at all; folders on the way are made.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(PublishResult result, Path file) throws IOException {
        WholeFile.write(file, Json.bytes(json(result)));
    }

    static ObjectNode json(PublishResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("repository", result.repository());
        json.put("branch", result.branch());
        json.put("before", result.before().orElse(null));
        json.put("after", result.after().orElse(null));
        json.set("added", array(result.paths(FileChange.Kind.ADDED)));
        json.set("changed", array(result.paths(FileChange.Kind.CHANGED)));
        json.set("removed", array(result.paths(FileChange.Kind.REMOVED)));
        json.put("unchanged", result.unchanged());
        json.put("attempts", result.attempts());
        json.putNull("pullRequest");
        return json;
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
