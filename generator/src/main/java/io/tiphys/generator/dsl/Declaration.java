package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.Optional;

/** How a parameter is declared in a manifest, and by which line. */
record Declaration(Fields fields) {

    static Declaration named(String name) {
        return new Declaration(Fields.NONE.set("name", name));
    }

    Declaration with(String field, Object value) {
        return new Declaration(fields.set(field, value));
    }

    Optional<JavaLine> origin() {
        return fields.get("name").flatMap(Slot::origin);
    }

    Slot slot() {
        return new Slot(new Slot.Plain(fields), origin());
    }

    JsonNode json() {
        return Rendering.json(slot());
    }
}
