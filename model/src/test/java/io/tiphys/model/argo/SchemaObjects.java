package io.tiphys.model.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.JsonTrees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random objects of the schema's types: some fields, in any order, mostly of the right type, now and then an unknown one. */
final class SchemaObjects {
    private static final int MOST_FIELDS = 6;
    private static final int MOST_ITEMS = 3;

    private SchemaObjects() {}

    static Arbitrary<JsonNode> of(ApiType type, int depth) {
        if (type.fieldNames().isEmpty()) {
            return type.schema().has("properties")
                    ? Arbitraries.create(JsonNodeFactory.instance::objectNode)
                    : value(type.document(), type.schema(), depth);
        }
        List<String> names = new ArrayList<>(type.fieldNames());
        Collections.sort(names);
        Arbitrary<List<JsonNode>> fields = Arbitraries.of(names)
                .flatMap(name -> field(type, name, depth))
                .list()
                .ofMaxSize(Math.min(MOST_FIELDS, names.size()));
        return Combinators.combine(
                        fields,
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.<JsonNode>create(JsonNodeFactory.instance::objectNode)),
                                Tuple.of(1, JsonTrees.trees(1).map(any -> JsonNodeFactory.instance
                                        .objectNode()
                                        .<ObjectNode>set("un/known~", any)))))
                .as((chosen, unknown) -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    chosen.forEach(one -> object.setAll((ObjectNode) one));
                    return object.setAll((ObjectNode) unknown);
                });
    }

    private static Arbitrary<JsonNode> field(ApiType type, String name, int depth) {
        ApiField field = type.field(name).orElseThrow();
        return Arbitraries.frequencyOf(
                        Tuple.of(19, value(type.document(), field.schema(), depth)), Tuple.of(1, JsonTrees.trees(1)))
                .map(value -> JsonNodeFactory.instance.objectNode().<ObjectNode>set(name, value));
    }

    private static Arbitrary<JsonNode> value(String document, JsonNode schema, int depth) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            boolean argo =
                    reference.startsWith("#") ? document.equals(ApiSchema.ARGO) : reference.startsWith(ApiSchema.ARGO);
            Optional<ApiType> type =
                    argo ? ApiSchema.get().argoType(name) : ApiSchema.get().kubernetesType(name);
            return depth == 0
                    ? Arbitraries.create(JsonNodeFactory.instance::objectNode)
                    : Arbitraries.lazy(() -> of(type.orElseThrow(), depth - 1));
        }
        JsonNode values = schema.path("additionalProperties");
        if (values.isObject()) {
            return Arbitraries.maps(JsonTrees.texts(), value(document, values, depth))
                    .ofMaxSize(MOST_ITEMS)
                    .map(SchemaObjects::object);
        }
        return switch (schema.path("type").asText()) {
            case "array" ->
                value(document, schema.path("items"), depth)
                        .list()
                        .ofMaxSize(MOST_ITEMS)
                        .map(items -> {
                            ArrayNode array = JsonNodeFactory.instance.arrayNode();
                            items.forEach(array::add);
                            return array;
                        });
            case "boolean" -> Arbitraries.of(true, false).map(BooleanNode::valueOf);
            case "integer" -> Arbitraries.longs().map(LongNode::valueOf);
            case "number" -> Arbitraries.of(0.5, 1e21, -2.5e-7).map(DoubleNode::valueOf);
            case "string" -> JsonTrees.texts().map(TextNode::valueOf);
            default -> JsonTrees.trees(1);
        };
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::set);
        return object;
    }
}
