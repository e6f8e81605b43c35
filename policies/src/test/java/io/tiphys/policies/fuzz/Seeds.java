package io.tiphys.policies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Manifests that people wrote: those of this test, the policies with their cases, what the science areas' classes became if they
 * were built, and the recorded examples if {@code tiphys.corpus} names a folder.
 */
final class Seeds {
    private static final int MOST = 3_000;

    private Seeds() {}

    static List<String> texts() {
        List<String> texts = new ArrayList<>(WrittenManifests.all());
        texts.addAll(folder(Path.of("src", "main", "resources")));
        texts.addAll(folder(Path.of("..", "templates-src")));
        texts.addAll(folder(Path.of(System.getProperty("tiphys.corpus", "../../shared/corpus"), "lint")));
        return texts;
    }

    /** The objects in them, those inside of others too. */
    static List<JsonNode> objects() {
        List<JsonNode> objects = new ArrayList<>();
        texts().stream()
                .flatMap(text -> new YamlReader().read(text).documents().stream())
                .forEach(document -> collect(document.json(), objects));
        return objects;
    }

    private static void collect(JsonNode node, List<JsonNode> objects) {
        if (node.has("apiVersion") && node.has("kind")) {
            objects.add(node);
        }
        node.forEach(child -> collect(child, objects));
    }

    private static List<String> folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST)
                    .map(Seeds::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
