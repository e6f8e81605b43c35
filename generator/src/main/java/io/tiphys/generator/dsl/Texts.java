package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** From what authors give to what stands in the manifest. */
final class Texts {
    /** A tag as a declared value stands in a longer text; two blanks if it has more to declare than its name. */
    static final Pattern MENTION =
            Pattern.compile("\\{\\{((?:inputs|workflow|outputs|steps|tasks)\\.[^{}\\s]+)( {1,2})}}");

    private Texts() {}

    /** The text of a value that may not be null. */
    static String of(String field, Object value) {
        Object given = Fields.given(field, value);
        return given instanceof Value known ? known.tag() : unblanked(given.toString());
    }

    static List<String> all(String field, Object... values) {
        return Arrays.stream(values).map(value -> of(field, value)).toList();
    }

    /** Numbers, truth values, lists and objects stay; values and texts become texts. */
    static Object plain(String field, Object value) {
        Object given = Fields.given(field, value);
        return given instanceof Value || given instanceof CharSequence ? of(field, given) : given;
    }

    static String unblanked(String text) {
        return text.contains(" }}") ? MENTION.matcher(text).replaceAll("{{$1}}") : text;
    }

    /** The fields with a change of those in {@code outer}. */
    static Fields nested(Fields fields, String outer, UnaryOperator<Fields> change) {
        Optional<Slot> before = fields.get(outer);
        Fields inner = before.map(Texts::fields).orElse(Fields.NONE);
        Fields changed = change.apply(inner);
        Optional<JavaLine> origin = before.isPresent()
                ? before.flatMap(Slot::origin)
                : changed.slots().values().stream().findFirst().flatMap(Slot::origin);
        return fields.put(outer, new Slot(new Slot.Plain(changed), origin));
    }

    /** The fields of an object, whichever way it is held. */
    static Fields fields(Slot slot) {
        if (slot.content() instanceof Slot.Plain plain) {
            return plain.fields();
        } else if (slot.content() instanceof Slot.Typed typed) {
            return typed.object().fields();
        }
        return Rendering.json(slot) instanceof ObjectNode object ? Fields.fromJson(object) : Fields.NONE;
    }

    /** A slot of fields that no author wrote as such. */
    static Slot plain(Fields fields) {
        return new Slot(new Slot.Plain(fields), Optional.empty());
    }

    /** A text of a line that is known. */
    static Slot text(String text, Optional<JavaLine> line) {
        return new Slot(new Slot.Json(TextNode.valueOf(text)), line);
    }

    static Slot list(List<Slot> items) {
        return new Slot(new Slot.Items(items), Optional.empty());
    }
}
