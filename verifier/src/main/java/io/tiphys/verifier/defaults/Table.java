package io.tiphys.verifier.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The fixed defaults, read from {@code defaults.yaml}. */
final class Table {
    private static final JsonNode TABLE = load();

    private Table() {}

    /** Sets of a type what is absent. */
    static void ofType(String section, String type, ObjectNode object) {
        TABLE.path(section).path(type).properties().forEach(field -> {
            if (!object.has(field.getKey())) {
                object.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    /** The status of a new object; missing for kinds that have none. */
    static JsonNode status(String kind) {
        return TABLE.path("status").path(kind).deepCopy();
    }

    private static JsonNode load() {
        try (InputStream in = Table.class.getResourceAsStream("defaults.yaml")) {
            if (in == null) {
                throw new IllegalStateException("tiphys-verifier is damaged: it lacks defaults.yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new YamlReader().read(text).documents().get(0).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
