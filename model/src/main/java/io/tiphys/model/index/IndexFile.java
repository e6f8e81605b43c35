package io.tiphys.model.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.model.finding.JavaLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index as JSON: {@code {"schema": 1, "files": {"<file>": {"<pointer>": {"class", "file", "line"}}}}}. */
public final class IndexFile {
    private static final int SCHEMA = 1;

    private IndexFile() {}

    /** The bytes of an index file. */
    public static byte[] toJson(SourceIndex index) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeObjectFieldStart("files");
            for (Map.Entry<String, SortedMap<String, JavaLine>> file :
                    index.files().entrySet()) {
                json.writeObjectFieldStart(file.getKey());
                for (Map.Entry<String, JavaLine> node : file.getValue().entrySet()) {
                    json.writeObjectFieldStart(node.getKey());
                    json.writeStringField("class", node.getValue().className());
                    json.writeStringField("file", node.getValue().file());
                    json.writeNumberField("line", node.getValue().line());
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be written", e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
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
