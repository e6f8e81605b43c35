package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.Optional;

/** The JSON that Argo writes of parts of a workflow, in which it looks for tags. */
public enum GoText {
    TEMPLATE("Template"),
    STEP("WorkflowStep"),
    TASK("DAGTask"),
    OUTPUTS("Outputs");

    private final String type;

    GoText(String type) {
        this.type = type;
    }

    /** The text; nothing where a value has the wrong type, which is refused anyway. */
    public Optional<String> of(JsonNode json) {
        return this == TEMPLATE ? template(json) : encoded(json);
    }

    /** A template, with its steps written as Go does: lists of lists are no matter of the schema's types. */
    private Optional<String> template(JsonNode json) {
        if (!(json.path("steps") instanceof ArrayNode groups) || !(json instanceof ObjectNode object)) {
            return encoded(json);
        }
        ArrayNode written = object.arrayNode();
        for (JsonNode group : groups) {
            ArrayNode steps = written.addArray();
            for (JsonNode step : group) {
                Optional<String> text = STEP.of(step);
                if (text.isEmpty()) {
                    return text;
                }
                steps.addRawValue(new RawValue(text.get()));
            }
        }
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        copy.set("steps", written);
        return encoded(copy);
    }

    private Optional<String> encoded(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        try {
            ApiType decoded = ApiSchema.get().argoType(type).orElseThrow();
            return Optional.of(new TypedJson().text(json, decoded));
        } catch (TypeException e) {
            return Optional.empty();
        }
    }
}
