package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our schema as a table in the corpus's form: type → versions, type, fields: name → type, versions, required. */
final class ApiTable {
    private final ApiSchema schema;
    private final List<String> all = new ArrayList<>();

    ApiTable(ApiSchema schema) {
        this.schema = schema;
        schema.argo().path("x-versions").forEach(version -> all.add(version.asText()));
    }

    ObjectNode build() {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        schema.argo().path("$defs").fieldNames().forEachRemaining(name -> {
            ApiType type = schema.argoType(name).orElseThrow();
            if (!type.schema().has("x-crd-type")) {
                table.set(name, type(type));
            }
        });
        return table;
    }

    private ObjectNode type(ApiType type) {
        List<String> versions = versions(
                all,
                type.schema().path("x-since").asText(""),
                type.schema().path("x-removed").asText(""));
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("versions", list(versions));
        row.put("type", Shape.of(type.schema()).replaceFirst("\\(.*", ""));
        ObjectNode fields = row.putObject("fields");
        for (String name : type.fieldNames()) {
            fields.set(name, field(type, type.field(name).orElseThrow(), versions));
        }
        return row;
    }

    private ObjectNode field(ApiType type, ApiField field, List<String> ofType) {
        List<String> versions =
                versions(ofType, field.since().orElse(""), field.removed().orElse(""));
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("type", shape(field.schema()));
        row.set("versions", list(versions));
        JsonNode since = field.schema().path("x-required-since");
        JsonNode before = field.schema().path("x-required-before");
        if (type.required().contains(field.name()) || !since.isMissingNode() || !before.isMissingNode()) {
            row.set("required", list(versions(versions, since.asText(""), before.asText(""))));
        }
        JsonNode other = field.schema().path("x-type-by-version");
        if (other.isObject()) {
            ObjectNode byVersion = row.putObject("typeByVersion");
            versions.forEach(version -> byVersion.put(version, shape(field.schema())));
            other.properties().forEach(entry -> byVersion.put(entry.getKey(), shape(entry.getValue())));
        }
        return row;
    }

    /** Formats of plain fields are ours; the recorded table has them in maps and for bytes only. */
    private String shape(JsonNode field) {
        Optional<ApiType> alias = Optional.of(field.path("$ref").asText())
                .filter(reference -> reference.startsWith("#"))
                .flatMap(reference -> schema.argoType(reference.substring(reference.lastIndexOf('/') + 1)))
                .filter(type -> type.schema().has("x-crd-type"));
        if (alias.isPresent()) {
            return alias.get().schema().path("x-crd-type").asText();
        } else if (field.path("type").asText().equals("array")) {
            return "array<" + shape(field.path("items")) + ">";
        }
        String shape = Shape.of(field);
        return shape.equals("string(byte)") || shape.startsWith("map<") ? shape : shape.replaceFirst("\\(.*", "");
    }

    private List<String> versions(List<String> of, String since, String before) {
        int from = since.isEmpty() ? 0 : all.indexOf(since);
        int to = before.isEmpty() ? all.size() : all.indexOf(before);
        return of.stream().filter(all.subList(from, to)::contains).toList();
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
