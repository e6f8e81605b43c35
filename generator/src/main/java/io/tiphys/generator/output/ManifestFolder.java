package io.tiphys.generator.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.file.WholeFile;
import io.tiphys.model.index.IndexFile;
import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The folder of manifests, with a record of what was written there and from what. */
public final class ManifestFolder {
    private final Path manifests;
    private final Path index;
    private final Path record;

    /**
     * A folder.
     *
     * @param manifests the folder
     * @param index the index file; the record lies beside it
     */
    public ManifestFolder(Path manifests, Path index) {
        this.manifests = manifests;
        this.index = index;
        this.record = index.resolveSibling("generate.json");
    }

    /** The files of the last run if it had the same fingerprint and they are as it left them. */
    public Optional<List<String>> upToDate(String fingerprint) throws IOException {
        JsonNode last = lastRecord();
        if (!last.path("fingerprint").asText().equals(fingerprint)
                || !matches(index, last.path("index").asText())) {
            return Optional.empty();
        }
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : last.path("files").properties()) {
            if (!matches(manifests.resolve(file.getKey()), file.getValue().asText())) {
                return Optional.empty();
            }
            files.add(file.getKey());
        }
        return Optional.of(List.copyOf(files));
    }

    /** Writes the manifests and the index, each file whole or not at all, and removes those of the last run that are gone. */
    public List<String> write(SortedMap<String, String> contents, SourceIndex lines, String fingerprint)
            throws IOException {
        JsonNode last = lastRecord();
        ObjectNode next = new ObjectMapper().createObjectNode();
        next.put("fingerprint", fingerprint);
        ObjectNode files = next.putObject("files");
        for (Map.Entry<String, String> file : contents.entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            replace(manifests.resolve(file.getKey()), bytes);
            files.put(file.getKey(), Fingerprint.of(bytes));
        }
        for (Map.Entry<String, JsonNode> file : last.path("files").properties()) {
            Path gone = manifests.resolve(file.getKey()).normalize();
            if (!contents.containsKey(file.getKey()) && gone.startsWith(manifests.normalize())) {
                Files.deleteIfExists(gone);
            }
        }
        byte[] indexBytes = IndexFile.toJson(lines);
        replace(index, indexBytes);
        next.put("index", Fingerprint.of(indexBytes));
        replace(record, new ObjectMapper().writeValueAsBytes(next));
        return List.copyOf(contents.keySet());
    }

    private JsonNode lastRecord() throws IOException {
        ObjectMapper json = new ObjectMapper();
        if (!Files.isRegularFile(record)) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(Files.readAllBytes(record));
        } catch (JsonProcessingException e) {
            return json.createObjectNode(); // damaged: as if there had been no run
        }
    }

    private static boolean matches(Path file, String digest) throws IOException {
        return Files.isRegularFile(file)
                && Fingerprint.of(Files.readAllBytes(file)).equals(digest);
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        WholeFile.write(file, bytes);
    }
}
