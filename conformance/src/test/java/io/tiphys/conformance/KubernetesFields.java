package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields, their shapes and the required list of every Kubernetes type we know, against the server's OpenAPI. */
final class KubernetesFields implements Row {

    @Override
    public String name() {
        return "kubernetes/fields";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        Map<String, JsonNode> real = new TreeMap<>();
        for (String file : corpus.files("kubernetes/openapi", ".json")) {
            corpus.json("kubernetes/openapi/" + file)
                    .at("/components/schemas")
                    .properties()
                    .forEach(type -> real.putIfAbsent(type.getKey(), type.getValue()));
        }
        if (real.isEmpty()) {
            return;
        }
        ApiSchema schema = ApiSchema.get();
        schema.kubernetes().path("$defs").fieldNames().forEachRemaining(name -> {
            ApiType type = schema.kubernetesType(name).orElseThrow();
            if (type.fieldNames().isEmpty()) {
                return; // a scalar
            }
            tally.compare(name, () -> candidates(real, name)
                    .map(found -> difference(found, type))
                    .orElse(Optional.of("the server has no such type")));
        });
    }

    private static Optional<JsonNode> candidates(Map<String, JsonNode> real, String name) {
        return real.entrySet().stream()
                .filter(type -> type.getKey().endsWith(".v1." + name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> difference(JsonNode real, ApiType ours) {
        Map<String, String> realFields = new TreeMap<>();
        real.path("properties")
                .properties()
                .forEach(field -> realFields.put(field.getKey(), Shape.of(field.getValue())));
        Map<String, String> ourFields = new TreeMap<>();
        for (String name : ours.fieldNames()) {
            ourFields.put(name, Shape.of(ours.field(name).orElseThrow().schema()));
        }
        TreeSet<String> required = new TreeSet<>();
        real.path("required").forEach(name -> required.add(name.asText()));
        if (!realFields.equals(ourFields)) {
            Map<String, String> more = new TreeMap<>(ourFields);
            more.entrySet().removeAll(realFields.entrySet());
            realFields.entrySet().removeAll(ourFields.entrySet());
            return Optional.of("fields: real " + realFields + ", ours " + more);
        }
        return required.equals(new TreeSet<>(ours.required()))
                ? Optional.empty()
                : Optional.of("required: real " + required + ", ours " + ours.required());
    }
}
