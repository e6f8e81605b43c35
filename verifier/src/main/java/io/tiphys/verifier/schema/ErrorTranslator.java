package io.tiphys.verifier.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** From the validator's errors to findings in our words. */
final class ErrorTranslator {
    private final Manifest manifest;
    private final DerivedSchemas schemas;
    private final String argoVersion;

    ErrorTranslator(Manifest manifest, DerivedSchemas schemas, String argoVersion) {
        this.manifest = manifest;
        this.schemas = schemas;
        this.argoVersion = argoVersion;
    }

    /** The finding of an error. */
    Finding translate(Violation error) {
        JsonPointer at = error.at().pointer();
        return switch (error.keyword()) {
            case "additionalProperties" -> unknownField(error, at);
            case "required" -> required(error, at);
            case "type" -> wrongType(error, at);
            case "enum", "const" -> finding(SchemaRules.CHOICE, at, choice(error));
            case "format" -> finding(SchemaRules.FORMAT, at, format(error));
            case ListMapKeyword.NAME ->
                finding(SchemaRules.DUPLICATE, at, "an entry before has the same " + error.detail());
            case ValidationKeyword.NAME -> validation(error, at);
            case "uniqueItems" -> finding(SchemaRules.DUPLICATE, at, "the list is a set, and has an entry twice");
            default -> finding(SchemaRules.BOUND, at, bound(error, at));
        };
    }

    private Finding finding(Rule rule, JsonPointer at, String message) {
        return manifest.finding(rule, at, message);
    }

    private Finding validation(Violation error, JsonPointer at) {
        return finding(Validation.rule(error.rule()), at, error.detail());
    }

    private Finding unknownField(Violation error, JsonPointer at) {
        String field = error.detail();
        JsonPointer place = at.appendProperty(field);
        String typeName = error.type();
        Optional<ApiField> other = type(typeName).flatMap(type -> type.field(field));
        if (other.isPresent()) {
            return finding(SchemaRules.VERSION, place, version(other.get()));
        }
        List<String> known = new ArrayList<>();
        schemas.definition(typeName).path("properties").fieldNames().forEachRemaining(known::add);
        String shortName = typeName.substring(typeName.lastIndexOf('.') + 1);
        String message = "unknown field \"" + field + "\" in " + shortName + Nearest.hintOrAll(field, known);
        Finding finding = finding(SchemaRules.UNKNOWN_FIELD, place, message);
        return Nearest.of(field, known)
                .map(name -> finding.withRemedy("Write " + name + " instead of " + field + "."))
                .orElse(finding);
    }

    private String version(ApiField field) {
        String message = "Argo " + argoVersion + " does not have the field \"" + field.name() + "\"";
        return message
                + field.since().map(since -> "; it came with " + since).orElse("")
                + field.removed().map(gone -> "; it was removed in " + gone).orElse("");
    }

    private Finding required(Violation error, JsonPointer at) {
        String field = error.detail();
        Finding finding = finding(
                SchemaRules.REQUIRED, at.appendProperty(field), "the required field \"" + field + "\" is missing");
        return finding.withRemedy("Add " + field + ", with a value.");
    }

    private Finding wrongType(Violation error, JsonPointer at) {
        Finding finding = finding(SchemaRules.TYPE, at, type(error, at));
        JsonNode value = error.value();
        boolean text = error.rule().asText().equals("string") && value.isValueNode() && !value.isNull();
        return finding.withRemedy(
                text ? "Write it in quotes, if it is meant as text." : "Write a value of the expected type.");
    }

    private String type(Violation error, JsonPointer at) {
        JsonNode expected = error.rule();
        String wanted = expected.isArray()
                ? StreamSupport.stream(expected.spliterator(), false)
                        .map(type -> article(type.asText()))
                        .collect(Collectors.joining(" or "))
                : article(expected.asText());
        JsonNode node = error.value();
        return "expected " + wanted + ", found " + asWritten(at, node) + Values.describe(node);
    }

    /** The text of a plain scalar that YAML reads as something else than it looks like: {@code n, on, 1_000}. */
    private String asWritten(JsonPointer at, JsonNode value) {
        return manifest.document()
                .node(at)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).text())
                .filter(text -> !text.equals(value.asText()))
                .map(text -> text + ", which YAML reads as ")
                .orElse("");
    }

    private static String article(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "text";
            default -> "a " + type;
        };
    }

    private static String choice(Violation error) {
        JsonNode allowed = error.rule();
        String value = error.value().asText();
        if (!allowed.isArray()) {
            return "\"" + value + "\" is not \"" + allowed.asText() + "\"";
        }
        List<String> names = new ArrayList<>();
        allowed.forEach(name -> {
            if (!name.asText().isEmpty()) {
                names.add(name.asText());
            }
        });
        return "\"" + value + "\" is not one of " + String.join(", ", names) + Nearest.hint(value, names);
    }

    private static String format(Violation error) {
        String format = error.rule().asText();
        String name =
                switch (format) {
                    case "date-time" -> "RFC 3339 time";
                    case "byte" -> "base64 text";
                    case GoFormat.PLAIN_QUANTITY -> "quantity";
                    default -> format;
                };
        return Values.describe(error.value()) + " is no " + name;
    }

    private static String bound(Violation error, JsonPointer at) {
        JsonNode bound = error.rule();
        JsonNode node = error.value();
        return switch (error.keyword()) {
            case "minimum" -> Values.describe(node) + " is less than the least allowed value " + bound.asText();
            case "maximum" -> Values.describe(node) + " is more than the largest allowed value " + bound.asText();
            case "minLength" -> "the text is shorter than " + bound.asText() + " characters";
            case "maxLength" -> "the text has more than " + bound.asText() + " characters";
            case "minItems" -> "the list has " + node.size() + " entries; it needs at least " + bound.asText();
            case "maxItems" -> "the list has " + node.size() + " entries; at most " + bound.asText() + " are allowed";
            case "minProperties", "maxProperties" ->
                "the mapping has " + node.size() + " keys; it takes exactly " + bound.asText();
            case "pattern" -> Values.describe(node) + " does not match " + bound.asText();
            default -> "\"" + at + "\" breaks the rule " + error.keyword() + " " + bound;
        };
    }

    private static Optional<ApiType> type(String derivedName) {
        String name = derivedName.substring(derivedName.indexOf('.') + 1);
        return derivedName.contains("argo.")
                ? ApiSchema.get().argoType(name)
                : ApiSchema.get().kubernetesType(name);
    }
}
