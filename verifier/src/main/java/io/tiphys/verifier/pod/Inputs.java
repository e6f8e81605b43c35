package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.verifier.expr.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of one call: {@code inputs.*}, {@code outputs.*} paths, and what is global. */
final class Inputs implements Values {
    private final Map<String, String> parameters = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();
    private final Globals globals;
    private final Set<String> declared = new TreeSet<>();
    private Optional<Scope> scope = Optional.empty();

    Inputs(JsonNode template, Map<String, String> arguments, Globals globals, ConfigMaps configMaps)
            throws PodException {
        this.globals = globals;
        for (JsonNode parameter : template.path("inputs").path("parameters")) {
            declared.add(Json.name(parameter));
            value(parameter, arguments, configMaps).ifPresent(value -> parameters.put(Json.name(parameter), value));
        }
        parameters.forEach((name, value) -> values.put("inputs.parameters." + name, value));
        json(template).ifPresent(all -> values.put("inputs.parameters", all));
        paths(template, "inputs", "artifacts");
        paths(template, "outputs", "artifacts");
        for (JsonNode parameter : template.path("outputs").path("parameters")) {
            JsonNode path = parameter.path("valueFrom").path("path");
            if (path.isTextual()) {
                values.put("outputs.parameters." + Json.name(parameter) + ".path", path.asText());
            }
        }
    }

    /** All parameters as one list, if all have a value. */
    private Optional<String> json(JsonNode template) {
        ArrayNode list = Json.list(List.of());
        for (JsonNode parameter : template.path("inputs").path("parameters")) {
            String value = parameters.get(Json.name(parameter));
            if (value == null) {
                return Optional.empty();
            }
            list.add(ApiSchema.get().ordered(Json.copy(parameter).put("value", value), "Parameter"));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(Json.go(list));
    }

    private Optional<String> value(JsonNode parameter, Map<String, String> arguments, ConfigMaps configMaps)
            throws PodException {
        String name = Json.name(parameter);
        if (arguments.containsKey(name)) {
            return Optional.of(arguments.getOrDefault(name, ""));
        }
        if (parameter.has("valueFrom")) {
            Substitution substitution = new Substitution(globals, new Origins());
            return configMaps.value(parameter.path("valueFrom"), substitution::apply);
        }
        JsonNode own = parameter.path("default").isMissingNode() ? parameter.path("value") : parameter.path("default");
        return Json.isPresent(own)
                ? Optional.of(new Substitution(globals, new Origins()).apply(own.asText()))
                : Optional.empty();
    }

    private void paths(JsonNode template, String direction, String kind) {
        for (JsonNode artifact : template.path(direction).path(kind)) {
            if (artifact.path("path").isTextual()) {
                values.put(
                        direction + "." + kind + "." + Json.name(artifact) + ".path",
                        artifact.path("path").asText());
            }
        }
    }

    /** The parameters that have a value. */
    Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public Optional<String> value(String tag) {
        return Optional.ofNullable(values.get(tag)).or(() -> globals.value(tag));
    }

    @Override
    public Scope scope() {
        if (scope.isEmpty()) {
            Scope.Builder all = new Scope.Builder(globals.scope());
            values.forEach(all::text);
            declared.forEach(name -> all.unknown("inputs.parameters." + name));
            scope = Optional.of(all.build());
        }
        return scope.get();
    }
}
