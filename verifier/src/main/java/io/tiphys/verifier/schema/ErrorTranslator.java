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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** From the validator's errors to findings in our words. */
final class ErrorTranslator {
    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|[MGTPE]|[KMGTPE]i)?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

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
            case "enum", "const" -> choice(error, at);
            case "format" -> finding(SchemaRules.FORMAT, at, format(error)).withRemedy(form(error));
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
            return manifest.findingAtKey(SchemaRules.VERSION, place, version(other.get()));
        }
        List<String> known = new ArrayList<>();
        schemas.definition(typeName).path("properties").fieldNames().forEachRemaining(known::add);
        String shortName = typeName.substring(typeName.lastIndexOf('.') + 1);
        String message = "unknown field \"" + field + "\" in " + shortName;
        Optional<String> around =
                Nearest.of(field, known).isPresent() ? Optional.empty() : Around.ownerOf(manifest, at, field);
        if (around.isPresent()) {
            return manifest.findingAtKey(
                            SchemaRules.UNKNOWN_FIELD, place, message + "; the " + around.get() + " around it has one")
                    .withRemedy("Indent it as the fields of the " + around.get() + ", or delete it.");
        }
        Finding finding =
                manifest.findingAtKey(SchemaRules.UNKNOWN_FIELD, place, message + Nearest.hintOrAll(field, known));
        return Nearest.remedy(field, known).map(finding::withRemedy).orElse(finding);
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
        return finding.withRemedy(remedy(error.rule().asText(), at, error.value()));
    }

    private String remedy(String expected, JsonPointer at, JsonNode value) {
        String text = value.asText();
        return switch (expected) {
            case "string" ->
                value.isValueNode() && !value.isNull()
                        ? "Write it in quotes, \"" + written(at).orElse(text) + "\", if it is meant as text."
                        : "Write a text.";
            case "integer", "number" ->
                value.isTextual() && NUMBER.matcher(text).matches()
                        ? "Write " + text + " without quotes."
                        : "Write a " + (expected.equals("integer") ? "whole number." : "number.");
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? "Write " + text + " without quotes."
                        : "Write true or false.";
            case "array" ->
                value.isTextual()
                        ? "Write a list: [\"" + text + "\"]."
                        : "Put \"- \" before the entry, to make a list.";
            case "object" ->
                value.isArray()
                        ? "Take the \"- \" away: one mapping is expected."
                        : "Write fields, each with its value.";
            default -> "Write a value of the expected type.";
        };
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
        return written(at)
                .filter(text -> !text.equals(value.asText()))
                .map(text -> text + ", which YAML reads as ")
                .orElse("");
    }

    private Optional<String> written(JsonPointer at) {
        return manifest.document()
                .node(at)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).text());
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

    private Finding choice(Violation error, JsonPointer at) {
        JsonNode allowed = error.rule();
        String value = error.value().asText();
        if (!allowed.isArray()) {
            return finding(SchemaRules.CHOICE, at, "\"" + value + "\" is not \"" + allowed.asText() + "\"")
                    .withRemedy("Write " + allowed.asText() + ".");
        }
        List<String> names = new ArrayList<>();
        allowed.forEach(name -> {
            if (!name.asText().isEmpty()) {
                names.add(name.asText());
            }
        });
        String message = "\"" + value + "\" is not one of " + String.join(", ", names) + Nearest.hint(value, names);
        return finding(SchemaRules.CHOICE, at, message)
                .withRemedy(Nearest.remedy(value, names).orElse(SchemaRules.CHOICE.remedy()));
    }

    private static String format(Violation error) {
        String format = error.rule().asText();
        String name =
                switch (format) {
                    case "date-time" -> "RFC 3339 time";
                    case "byte" -> "base64 text";
                    default -> format;
                };
        return Values.describe(error.value()) + " is no " + name;
    }

    private static String form(Violation error) {
        return switch (error.rule().asText()) {
            case "date-time" -> "Write a time such as 2026-01-31T12:00:00Z.";
            case "byte" -> "Write base64; of a Secret, plain text goes under stringData instead of data.";
            case "quantity" -> quantity(error.value().asText());
            default -> SchemaRules.FORMAT.remedy();
        };
    }

    /** People write blanks, and bytes: 2 GB. */
    private static String quantity(String text) {
        String meant = text.replace(" ", "").replaceFirst("(?i)(b|bytes)$", "");
        String unit = meant.replaceFirst("^[0-9.]+", "");
        String right = meant.substring(0, meant.length() - unit.length())
                + (unit.equals("K")
                        ? "k"
                        : unit.length() == 1 && "gtpe".contains(unit) ? unit.toUpperCase(Locale.ROOT) : unit);
        return !right.equals(text) && QUANTITY.matcher(right).matches()
                ? "Write " + right + "."
                : "Write a number, or one with a unit such as 500m, 2Gi or 1G.";
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
