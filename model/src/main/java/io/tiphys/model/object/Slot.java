package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.JavaLine;
import java.util.List;
import java.util.Optional;

/**
 * A value of a field and the line that wrote it.
 *
 * @param content the value
 * @param origin the author's line
 */
public record Slot(Content content, Optional<JavaLine> origin) {

    /** What a slot can hold. */
    public sealed interface Content {}

    /** Finished JSON, never changed afterwards. */
    public record Json(JsonNode json) implements Content {}

    /** An object of a type of its own. */
    public record Typed(ApiObject<?> object) implements Content {}

    /** Fields without a class of their own, such as those of a Kubernetes type. */
    public record Plain(Fields fields) implements Content {}

    /** A list. */
    public record Items(List<Slot> slots) implements Content {
        public Items {
            slots = List.copyOf(slots);
        }
    }

    /** A text that is YAML itself, kept as fields until it is written: {@code podSpecPatch}. */
    public record EmbeddedYaml(Fields fields) implements Content {}

    /** A slot for any value that a field can be set to; a slot stays as it is, with its own line. */
    public static Slot of(Object value) {
        return value instanceof Slot slot ? slot : Values.slot(value, Origin.caller());
    }
}
