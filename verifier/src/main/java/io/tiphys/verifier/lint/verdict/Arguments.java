package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** What a template is called with: real arguments, or a placeholder for each input. */
interface Arguments {

    /** The argument of that name. */
    Optional<JsonNode> parameter(String name);

    /** The artifact of that name. */
    Optional<JsonNode> artifact(String name);

    /** Something stands for every input. */
    static Arguments placeholders(Placeholders placeholders) {
        return new Arguments() {
            @Override
            public Optional<JsonNode> parameter(String name) {
                return Optional.of(
                        JsonNodeFactory.instance.objectNode().put("name", name).put("value", placeholders.next()));
            }

            @Override
            public Optional<JsonNode> artifact(String name) {
                return Optional.of(JsonNodeFactory.instance.objectNode().put("name", name));
            }
        };
    }

    /** Those of a call; of equal names the first. */
    static Arguments of(JsonNode arguments) {
        return new Arguments() {
            @Override
            public Optional<JsonNode> parameter(String name) {
                return find(arguments.path("parameters"), name);
            }

            @Override
            public Optional<JsonNode> artifact(String name) {
                return find(arguments.path("artifacts"), name);
            }
        };
    }

    private static Optional<JsonNode> find(JsonNode list, String name) {
        return Fields.items(list).stream()
                .filter(entry -> Fields.text(entry, "name").equals(name))
                .findFirst();
    }
}
