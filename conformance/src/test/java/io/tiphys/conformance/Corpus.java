package io.tiphys.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with the recorded answers. */
record Corpus(Path root) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectMapper PLAIN = new ObjectMapper();

    /** The folder named by the property {@code tiphys.corpus}, relative to where Maven was started. */
    static Optional<Corpus> find() {
        Path root = folder();
        return Files.isDirectory(root) ? Optional.of(new Corpus(root)) : Optional.empty();
    }

    static Path folder() {
        Path start = Path.of(System.getProperty("tiphys.start", ""));
        return start.resolve(System.getProperty("tiphys.corpus", "../shared/corpus"))
                .toAbsolutePath()
                .normalize();
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    String text(String path) {
        try {
            return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus lists a file that cannot be read: " + path, e);
        }
    }

    /** One JSON value. */
    JsonNode json(String path) {
        try {
            return MAPPER.readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + path, e);
        }
    }

    /** The value of a text of JSON; of keys that stand twice, the last counts. */
    static JsonNode parse(String json) {
        try {
            return PLAIN.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }

    /** The records of a JSON list or of a file with one record a line; none where the file is absent. */
    List<JsonNode> records(String path) {
        if (!has(path)) {
            return List.of();
        }
        List<JsonNode> records = new ArrayList<>();
        if (path.endsWith(".json")) {
            json(path).forEach(records::add);
            return records;
        }
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text(path))) {
            values.forEachRemaining(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON lines: " + path, e);
        }
        return records;
    }

    /** The names of the files in a folder that end so, sorted. */
    List<String> files(String folder, String suffix) {
        if (!has(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
