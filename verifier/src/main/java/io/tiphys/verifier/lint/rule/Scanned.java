package io.tiphys.verifier.lint.rule;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.JsonTags;
import io.tiphys.verifier.lint.tag.TagText;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in which {@code argo lint} looks for tags: that of a template as a whole, of each step or task, and of the
 * outputs. Braces that are open in one text end in another one, or in those of JSON, if there are any behind them.
 */
final class Scanned {
    private static final ApiType TEMPLATE = type("Template");
    private static final ApiType STEP = type("WorkflowStep");
    private static final ApiType TASK = type("DAGTask");
    private static final ApiType OUTPUTS = type("Outputs");

    private final Template template;
    private final Scope scope;
    private @Nullable List<JsonPointer> open;

    Scanned(Template template, Scope scope) {
        this.template = template;
        this.scope = scope;
    }

    /** Whether lint refuses the braces that are open at the end of a text. */
    boolean refuses(Node place, String text) {
        if (!TagText.hasTags(text)) {
            return false;
        }
        OptionalInt offset = TagText.parse(text).unclosed();
        return offset.isPresent()
                && (Scope.isChecked(text.substring(offset.getAsInt() + 2).strip()) || isInOpenPart(place.at()));
    }

    private boolean isInOpenPart(JsonPointer at) {
        List<JsonPointer> parts = open == null ? openParts() : open;
        open = parts;
        return parts.stream().anyMatch(part -> at.toString().startsWith(part + "/"));
    }

    private List<JsonPointer> openParts() {
        Set<String> known = scope.names();
        List<JsonPointer> parts = new ArrayList<>();
        add(template.node(), text(), known, parts);
        Node outputs = template.node().get("outputs");
        add(outputs, text(outputs, OUTPUTS), known, parts);
        for (Call call : template.calls()) {
            ApiType type = call.kind() == Call.Kind.STEP ? STEP : TASK;
            add(call.node(), text(call.node(), type), known, parts);
        }
        return parts;
    }

    private static void add(Node part, Optional<String> json, Set<String> known, List<JsonPointer> parts) {
        if (json.isPresent() && !JsonTags.areClosed(json.get(), known::contains)) {
            parts.add(part.at());
        }
    }

    /** The template, with its steps written as Go does: lists of lists are no matter of the schema's types. */
    private Optional<String> text() {
        JsonNode json = template.node().json();
        if (!(json.path("steps") instanceof ArrayNode groups) || !(json instanceof ObjectNode object)) {
            return text(template.node(), TEMPLATE);
        }
        ArrayNode written = object.arrayNode();
        for (JsonNode group : groups) {
            ArrayNode steps = written.addArray();
            for (JsonNode step : group) {
                Optional<String> text = text(new Node(template.node().at(), step), STEP);
                if (text.isEmpty()) {
                    return text;
                }
                steps.addRawValue(new RawValue(text.get()));
            }
        }
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        copy.set("steps", written);
        return text(new Node(template.node().at(), copy), TEMPLATE);
    }

    /** Nothing where a value has the wrong type, which is refused anyway. */
    private static Optional<String> text(Node node, ApiType type) {
        if (!node.json().isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TypedJson().text(node.json(), type));
        } catch (TypeException e) {
            return Optional.empty();
        }
    }

    private static ApiType type(String name) {
        return ApiSchema.get().argoType(name).orElseThrow();
    }
}
