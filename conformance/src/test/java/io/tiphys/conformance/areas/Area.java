package io.tiphys.conformance.areas;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A science area of {@code templates-src}, and the profile of its facility.
 *
 * @param name its folder
 * @param profile name of the policy profile
 * @param manifests as its build has generated them
 */
record Area(String name, String profile, List<JsonNode> manifests) {
    private static final Path AREAS = Path.of("../templates-src");

    /** All areas whose policies are tested. */
    static List<Area> all() throws IOException {
        return List.of(
                of("diamond-ptychography", "diamond"),
                of("eidf-gpu-service", "eidf"),
                of("cloudharness-workflows", "cloudharness"),
                of("geoanalytics-canada", "geoanalytics"),
                of("easi-gridded", "easi"));
    }

    private static Area of(String name, String profile) throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(AREAS.resolve(name).resolve("target/manifests"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                manifests.add(new YamlReader()
                        .read(Files.readString(file))
                        .documents()
                        .get(0)
                        .json());
            }
        }
        return new Area(name, profile, List.copyOf(manifests));
    }

    @Override
    public String toString() {
        return name;
    }
}
