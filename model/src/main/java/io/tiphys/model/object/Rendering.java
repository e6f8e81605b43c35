package io.tiphys.model.object;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.yaml.YamlWriter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns objects into JSON and the lines that wrote each node. */
public final class Rendering {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SortedMap<String, JavaLine> lines = new TreeMap<>();

    private Rendering() {}

    /**
     * What an object becomes.
     *
     * @param json its content, in canonical order
     * @param lines pointer → author's line, in the form of {@link io.tiphys.model.index.SourceIndex}
     */
    public record Rendered(ObjectNode json, SortedMap<String, JavaLine> lines) {}

    /** Renders an object of one of the kinds of the API. */
    public static Rendered render(ApiObject<?> object) {
        Rendering rendering = new Rendering();
        ObjectNode json = rendering.fields(object.fields(), JsonPointer.empty(), "");
        return new Rendered(ApiSchema.get().ordered(json, object.typeName()), rendering.lines);
    }

    /**
     * Renders any Kubernetes object of fabric8's model: without nulls, empty lists and {@code status}, in canonical order;
     * the line is the author's that calls.
     *
     * @throws io.tiphys.model.value.BadValueException if it holds a quantity that is none
     */
    public static Rendered render(HasMetadata object) {
        return KubernetesObjects.render(object, Origin.caller());
    }

    /** The same for an object whose line is known. */
    public static Rendered render(HasMetadata object, Optional<JavaLine> origin) {
        return KubernetesObjects.render(object, origin);
    }

    /** The content of one slot, in the order in which its fields were set. */
    public static JsonNode json(Slot slot) {
        return new Rendering().slot(slot, JsonPointer.empty(), "");
    }

    static ObjectNode json(Fields fields) {
        return new Rendering().fields(fields, JsonPointer.empty(), "");
    }

    /** @param outer what stands before the pointer: that of the enclosing text and {@code #}, or nothing */
    private JsonNode slot(Slot slot, JsonPointer at, String outer) {
        slot.origin().ifPresent(line -> lines.put(outer + at, line));
        if (slot.content() instanceof Slot.Json json) {
            return json.json();
        } else if (slot.content() instanceof Slot.Typed typed) {
            return fields(typed.object().fields(), at, outer);
        } else if (slot.content() instanceof Slot.Plain plain) {
            return fields(plain.fields(), at, outer);
        } else if (slot.content() instanceof Slot.EmbeddedYaml yaml) {
            return TextNode.valueOf(YamlWriter.write(fields(yaml.fields(), JsonPointer.empty(), outer + at + "#")));
        }
        ArrayNode array = JSON.arrayNode();
        int index = 0;
        for (Slot item : ((Slot.Items) slot.content()).slots()) {
            array.add(slot(item, at.appendIndex(index++), outer));
        }
        return array;
    }

    private ObjectNode fields(Fields fields, JsonPointer at, String outer) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, Slot> field : fields.slots().entrySet()) {
            object.set(field.getKey(), slot(field.getValue(), at.appendProperty(field.getKey()), outer));
        }
        return object;
    }
}
