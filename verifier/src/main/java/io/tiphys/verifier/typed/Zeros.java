package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which empty values are written; read from {@code zeros.yaml}. */
final class Zeros {
    private static final Zeros INSTANCE = load();

    private final Map<String, Set<String>> pointers;
    private final Map<String, Set<String>> values;
    private final Map<String, Set<String>> omitted;
    private final Map<String, Set<String>> nulls;

    private Zeros(JsonNode table) {
        this.pointers = fields(table.path("pointers"));
        this.values = fields(table.path("values"));
        this.omitted = fields(table.path("omitted"));
        this.nulls = fields(table.path("nulls"));
    }

    static Zeros get() {
        return INSTANCE;
    }

    boolean isPointer(String type, String field) {
        return pointers.getOrDefault(type, Set.of()).contains(field) || isNull(type, field);
    }

    boolean isValue(String type, String field) {
        return values.getOrDefault(type, Set.of()).contains(field);
    }

    boolean isOmitted(String type, String field) {
        return omitted.getOrDefault(type, Set.of()).contains(field);
    }

    boolean isNull(String type, String field) {
        return nulls.getOrDefault(type, Set.of()).contains(field);
    }

    private static Map<String, Set<String>> fields(JsonNode types) {
        Map<String, Set<String>> result = new HashMap<>();
        types.properties().forEach(type -> {
            Set<String> names = new HashSet<>();
            type.getValue().forEach(name -> names.add(name.asText()));
            result.put(type.getKey(), names);
        });
        return result;
    }

    private static Zeros load() {
        try (InputStream in = Zeros.class.getResourceAsStream("zeros.yaml")) {
            if (in == null) {
                throw new IllegalStateException("tiphys-verifier is damaged: it lacks zeros.yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Zeros(new YamlReader().read(text).documents().get(0).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
