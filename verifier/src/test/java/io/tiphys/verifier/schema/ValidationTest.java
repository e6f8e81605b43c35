package io.tiphys.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.schema.ApiSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a rule in CEL says of {@code where}: without those texts it holds. */
class ValidationTest {
    private static final List<JsonNode> VALUES = List.of(
            TextNode.valueOf(""),
            TextNode.valueOf("a1"),
            TextNode.valueOf("1a"),
            TextNode.valueOf("{{resourcesDuration.cpu}}"),
            TextNode.valueOf("{{resourcesDuration}}"),
            BooleanNode.TRUE,
            BooleanNode.FALSE,
            IntNode.valueOf(1),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode());

    private static final Map<ObjectNode, Validation> EVERYWHERE = new HashMap<>(); // to compile them takes long

    private record Example(ObjectNode rule, ObjectNode value) {}

    @Property(tries = 500, seed = "1")
    void whereOnlySavesTime(@ForAll("examples") Example example) {
        assertThat(new Validation(example.rule()).problem(example.value()))
                .isEqualTo(EVERYWHERE
                        .computeIfAbsent(example.rule(), ValidationTest::withoutWhere)
                        .problem(example.value()));
    }

    private static Validation withoutWhere(ObjectNode rule) {
        ObjectNode everywhere = rule.deepCopy();
        everywhere.remove("where");
        return new Validation(everywhere);
    }

    @Provide
    Arbitrary<Example> examples() {
        List<JsonNode> rules = ApiSchema.get().argo().findValues(ValidationKeyword.NAME).stream()
                .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
                .filter(rule -> rule.has("where"))
                .toList();
        assertThat(rules).isNotEmpty();
        return Arbitraries.of(rules).flatMap(rule -> values(rule).map(value -> new Example((ObjectNode) rule, value)));
    }

    private static Arbitrary<ObjectNode> values(JsonNode rule) {
        int fields = rule.path("fields").size();
        return Arbitraries.integers()
                .between(0, VALUES.size())
                .list()
                .ofSize(fields)
                .map(chosen -> {
                    ObjectNode value = JsonNodeFactory.instance.objectNode();
                    for (int i = 0; i < fields; i++) {
                        if (chosen.get(i) < VALUES.size()) {
                            value.set(rule.path("fields").get(i).asText(), VALUES.get(chosen.get(i)));
                        }
                    }
                    return value;
                });
    }
}
