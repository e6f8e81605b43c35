package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A template with its arguments and all known values put in, as the controller does it before it looks closer. */
final class Filled {
    private Filled() {}

    /** Refuses a call that does not give all inputs. */
    static void supplied(Visited template, Arguments arguments, JsonPointer call) throws RefusedException {
        for (JsonNode input : Fields.items(template.json().path("inputs"), "parameters")) {
            parameter(input, arguments, call);
        }
        for (JsonNode input : Fields.items(template.json().path("inputs"), "artifacts")) {
            artifact(input, arguments, call);
        }
    }

    /**
     * The template, filled in.
     *
     * @param known values of the workflow and of the template itself; asked for where there are tags
     */
    static JsonNode of(Visited template, Arguments arguments, Supplier<Map<String, String>> known, JsonPointer call)
            throws RefusedException {
        JsonNode given = withInputs(template.json(), arguments, call);
        return Tags.isIn(given) ? filled(template, given, known.get(), call) : given;
    }

    private static JsonNode filled(Visited template, JsonNode given, Map<String, String> known, JsonPointer call)
            throws RefusedException {
        JsonNode global = fill(template, given, known, call);
        Map<String, String> values = new HashMap<>(known);
        JsonNode inputs = global.path("inputs");
        for (JsonNode parameter : Fields.items(inputs, "parameters")) {
            if (Fields.hasValue(parameter)) {
                values.put("inputs.parameters." + Fields.text(parameter, "name"), Fields.text(parameter, "value"));
            }
        }
        JsonNode parameters = inputs.path("parameters");
        values.put("inputs.parameters", parameters.isEmpty() ? "null" : parameters.toString());
        paths(inputs, "inputs.artifacts.", values);
        paths(global.path("outputs"), "outputs.artifacts.", values);
        for (JsonNode parameter : Fields.items(global.path("outputs"), "parameters")) {
            String path = Fields.text(parameter.path("valueFrom"), "path");
            if (!path.isEmpty()) {
                values.put("outputs.parameters." + Fields.text(parameter, "name") + ".path", path);
            }
        }
        return fill(template, global, values, call);
    }

    private static void paths(JsonNode holder, String prefix, Map<String, String> values) {
        for (JsonNode artifact : Fields.items(holder, "artifacts")) {
            String path = Fields.text(artifact, "path");
            if (!path.isEmpty()) {
                values.put(prefix + Fields.text(artifact, "name") + ".path", path);
            }
        }
    }

    private static JsonNode fill(Visited template, JsonNode json, Map<String, String> values, JsonPointer call)
            throws RefusedException {
        Optional<JsonNode> filled = Tags.fill(json, values);
        if (filled.isEmpty()) {
            throw new RefusedException(
                    template.base().own() ? template.at() : call,
                    "a tag has no closing braces, or a value does not fit into the text of its tag");
        }
        return filled.get();
    }

    private static JsonNode withInputs(JsonNode template, Arguments arguments, JsonPointer call)
            throws RefusedException {
        if (!template.path("inputs").isObject()) {
            return template;
        }
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.setAll((ObjectNode) template.path("inputs"));
        List<JsonNode> parameters = Fields.items(inputs, "parameters");
        List<JsonNode> artifacts = Fields.items(inputs, "artifacts");
        if (!parameters.isEmpty()) {
            ArrayNode list = inputs.putArray("parameters");
            for (JsonNode input : parameters) {
                list.add(parameter(input, arguments, call));
            }
        }
        if (!artifacts.isEmpty()) {
            ArrayNode list = inputs.putArray("artifacts");
            for (JsonNode input : artifacts) {
                list.add(artifact(input, arguments, call));
            }
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.setAll((ObjectNode) template);
        result.set("inputs", inputs);
        return result;
    }

    /** An argument without a value takes the default away. */
    private static JsonNode parameter(JsonNode input, Arguments arguments, JsonPointer call) throws RefusedException {
        if (!input.isObject()) {
            return input;
        }
        ObjectNode result = input.deepCopy();
        if (!Fields.hasValue(input) && Fields.has(input, "default")) {
            result.set("value", input.path("default"));
        }
        Optional<JsonNode> argument = arguments.parameter(Fields.text(input, "name"));
        if (argument.isPresent() && Fields.hasValue(argument.get())) {
            result.set("value", argument.get().path("value"));
            result.remove("valueFrom");
        } else if (argument.isPresent()) {
            result.remove("value");
            result.set("valueFrom", argument.get().path("valueFrom"));
        }
        boolean fromConfigMap = Fields.has(result.path("valueFrom"), "configMapKeyRef");
        if (!fromConfigMap && !Fields.hasValue(result)) {
            throw new RefusedException(call, "the input parameter \"" + Fields.text(input, "name") + "\" is not given");
        }
        if (Fields.hasValue(result)) {
            result.put("value", Fields.text(result, "value"));
        }
        if (result.path("valueFrom").isMissingNode()) {
            result.remove("valueFrom");
        }
        return result;
    }

    private static JsonNode artifact(JsonNode input, Arguments arguments, JsonPointer call) throws RefusedException {
        if (!input.isObject()) {
            return input;
        }
        Optional<JsonNode> argument = arguments.artifact(Fields.text(input, "name"));
        boolean needed = !input.path("optional").asBoolean() && !Locations.hasLocationOrKey(input);
        if (needed && argument.isEmpty()) {
            throw new RefusedException(call, "the input artifact \"" + Fields.text(input, "name") + "\" is not given");
        }
        if (argument.isEmpty() || !argument.get().isObject()) {
            return input;
        }
        ObjectNode result = argument.get().deepCopy();
        for (String field : List.of("path", "mode", "recurseMode")) {
            result.remove(field);
            if (Fields.has(input, field)) {
                result.set(field, input.path(field));
            }
        }
        return result;
    }
}
