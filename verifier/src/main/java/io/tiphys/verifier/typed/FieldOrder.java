package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which Go writes the fields of a type; read from {@code order.yaml}. */
final class FieldOrder {
    private static final class Holder {
        static final Map<String, List<String>> TYPES = load();
    }

    private FieldOrder() {}

    static List<String> of(ApiType type) {
        Set<String> names = new LinkedHashSet<>(Holder.TYPES.getOrDefault(type.name(), List.of()));
        names.addAll(type.fieldNames());
        return List.copyOf(names);
    }

    private static Map<String, List<String>> load() {
        try (InputStream in = FieldOrder.class.getResourceAsStream("order.yaml")) {
            if (in == null) {
                throw new IllegalStateException("tiphys-verifier is damaged: it lacks order.yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode table = new YamlReader().read(text).documents().get(0).json();
            Map<String, List<String>> types = new HashMap<>();
            table.properties().forEach(type -> {
                Set<String> names = new LinkedHashSet<>();
                type.getValue().forEach(name -> names.add(name.asText()));
                types.put(type.getKey(), List.copyOf(names));
            });
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
