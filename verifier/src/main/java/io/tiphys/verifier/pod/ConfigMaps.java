package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values of parameters that come from ConfigMaps. */
record ConfigMaps(Lookup lookup) {

    /**
     * The value that {@code valueFrom} gives; nothing if it depends on something else or the ConfigMap is not known here.
     *
     * @param substitution applied to the ConfigMap's name and key
     */
    Optional<String> value(JsonNode valueFrom, UnaryOperator<String> substitution) throws PodException {
        JsonNode reference = valueFrom.path("configMapKeyRef");
        Optional<String> fallback = Json.isPresent(valueFrom.path("default"))
                ? Optional.of(valueFrom.path("default").asText())
                : Optional.empty();
        if (!reference.isObject()) {
            return Optional.empty();
        }
        String name = substitution.apply(Json.name(reference));
        String key = substitution.apply(reference.path("key").asText());
        Optional<Manifest> map = lookup.configMap(name);
        if (map.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = map.get().json().path("data").path(key);
        if (value.isMissingNode() && fallback.isEmpty()) {
            throw new PodException(
                    PodRules.CONFIG_MAP, reference, "ConfigMap \"" + name + "\" has no key \"" + key + "\"");
        }
        return value.isMissingNode() ? fallback : Optional.of(value.asText());
    }
}
