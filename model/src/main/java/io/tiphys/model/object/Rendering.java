package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Turns objects into JSON and the lines that wrote each node. */
public final class Rendering {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SortedMap<String, JavaLine> lines = new TreeMap<>();
    /** Pointer of the node at work; behind {@code #} stand those inside of a text that is YAML itself. */
    private final StringBuilder at = new StringBuilder();

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
        ObjectNode json = rendering.fields(object.fields());
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
        return slot.content() instanceof Slot.Json json ? json.json() : new Rendering().slot(slot);
    }

    static ObjectNode json(Fields fields) {
        return new Rendering().fields(fields);
    }

    private JsonNode slot(Slot slot) {
        if (slot.origin().isPresent()) {
            lines.put(at.toString(), slot.origin().get());
        }
        Slot.Content content = slot.content();
        if (content instanceof Slot.Json json) {
            return json.json();
        } else if (content instanceof Slot.Typed typed) {
            return fields(typed.object().fields());
        } else if (content instanceof Slot.Plain plain) {
            return fields(plain.fields());
        } else if (content instanceof Slot.EmbeddedYaml yaml) {
            return TextNode.valueOf(YamlWriter.write(below("#", () -> fields(yaml.fields()))));
        }
        List<Slot> items = ((Slot.Items) content).slots();
        ArrayNode array = JSON.arrayNode(items.size());
        for (int i = 0; i < items.size(); i++) {
            Slot item = items.get(i);
            array.add(below("/" + i, () -> slot(item)));
        }
        return array;
    }

    private ObjectNode fields(Fields fields) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, Slot> field : fields.slots().entrySet()) {
            object.set(field.getKey(), below("/" + escaped(field.getKey()), () -> slot(field.getValue())));
        }
        return object;
    }

    /** Work one step further down. */
    private <T> T below(String step, Supplier<T> work) {
        int length = at.length();
        at.append(step);
        T result = work.get();
        at.setLength(length);
        return result;
    }

    /** A name in a JSON pointer (RFC 6901). */
    private static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
