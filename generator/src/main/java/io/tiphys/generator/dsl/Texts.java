package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** From what authors give to what stands in the manifest. */
final class Texts {
    private Texts() {}

    /** The text of a value that may not be null. */
    static String of(String field, Object value) {
        Object given = Fields.given(field, value);
        return given instanceof Value known ? known.tag() : Mentions.unblanked(given.toString());
    }

    /** The items of a list of arguments, which may be null no more than the list. */
    static <T> List<T> given(String field, T[] items) {
        List<T> given = Arrays.asList(Fields.given(field, items));
        given.forEach(item -> Fields.given(field, item));
        return given;
    }

    static List<String> all(String field, Object... values) {
        return given(field, values).stream().map(value -> of(field, value)).toList();
    }

    /** Numbers, truth values, lists and objects stay; values and texts become texts. */
    static Object plain(String field, Object value) {
        Object given = Fields.given(field, value);
        if (given instanceof Value || given instanceof CharSequence) {
            return of(field, given);
        } else if (given instanceof Map<?, ?> map) {
            return plain(map);
        } else if (given instanceof Collection<?> items) {
            return plain(field, items);
        }
        return given;
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
        Map<String, Object> copy = ordered ? new LinkedHashMap<>() : new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = Fields.given("a key of the map", entry.getKey()).toString();
            copy.put(key, plain("the value of " + key, entry.getValue()));
        }
        return copy;
    }

    /** A set that has no order of its own is sorted, so that no hash decides. */
    private static List<Object> plain(String field, Collection<?> items) {
        List<Object> copy = new ArrayList<>();
        for (Object item : items) {
            copy.add(plain("an item of " + field, item));
        }
        if (items instanceof Set && !(items instanceof LinkedHashSet || items instanceof SortedSet)) {
            copy.sort(Comparator.comparing(String::valueOf));
        }
        return copy;
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
