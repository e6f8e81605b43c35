package io.tiphys.model.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.JavaLine;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The index as JSON: {@code {"schema": 1, "files": {"<file>": {"<pointer>": {"class", "file", "line"}}}}}. */
public final class IndexFile {
    private static final int SCHEMA = 1;

    private IndexFile() {}

    /** The bytes of an index file. */
    public static byte[] toJson(SourceIndex index) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = json.createObjectNode().put("schema", SCHEMA);
        ObjectNode files = root.putObject("files");
        index.files().forEach((file, nodes) -> {
            ObjectNode entry = files.putObject(file);
            nodes.forEach((pointer, line) -> entry.putObject(pointer)
                    .put("class", line.className())
                    .put("file", line.file())
                    .put("line", line.line()));
        });
        String text = json.writer(new com.fasterxml.jackson.core.util.DefaultPrettyPrinter()
                        .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")))
                .writeValueAsString(root);
        return (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Reads an index file.
     *
     * @throws IOException if it is no index file of this form
     */
    public static SourceIndex read(byte[] bytes) throws IOException {
        JsonNode root = new ObjectMapper().readTree(bytes);
        if (root.path("schema").asInt() != SCHEMA) {
            throw new IOException("not an index that this version reads; run generate again");
        }
        Map<String, Map<String, JavaLine>> files = new TreeMap<>();
        root.path("files").properties().forEach(file -> {
            Map<String, JavaLine> nodes = new TreeMap<>();
            file.getValue()
                    .properties()
                    .forEach(node -> nodes.put(
                            node.getKey(),
                            new JavaLine(
                                    node.getValue().path("class").asText(),
                                    node.getValue().path("file").asText(),
                                    node.getValue().path("line").asInt())));
            files.put(file.getKey(), nodes);
        });
        return new SourceIndex(files);
    }
}
