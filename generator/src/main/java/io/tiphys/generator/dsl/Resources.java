package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import io.tiphys.model.object.Slot.EmbeddedYaml;
import java.util.List;

/**
 * What a container asks for: request and limit are the same. Argo takes only literal quantities in a container, so as
 * soon as one of them is a reference they are all written as a podSpecPatch. Immutable.
 */
record Resources(Fields quantities, References references) {
    static final Resources NONE = new Resources(Fields.NONE, References.NONE);

    Resources with(String resource, Object quantity) {
        return new Resources(quantities.set(resource, quantity.toString()), references.with(quantity));
    }

    boolean isEmpty() {
        return quantities.slots().isEmpty();
    }

    boolean isLiteral() {
        return references.inputs().isEmpty() && references.parameters().isEmpty();
    }

    /** {@code requests} and {@code limits}. */
    Slot requirements() {
        Slot slot = slot(new Slot.Plain(quantities));
        return slot(new Slot.Plain(Fields.NONE.put("requests", slot).put("limits", slot)));
    }

    /** The patch of the container {@code main}. */
    Slot patch() {
        Fields main = Fields.NONE.constant("name", "main").put("resources", requirements());
        Slot containers = slot(new Slot.Items(List.of(slot(new Slot.Plain(main)))));
        return slot(new EmbeddedYaml(Fields.NONE.put("containers", containers)));
    }

    /** A slot at the line of the first quantity. */
    private Slot slot(Slot.Content content) {
        return new Slot(content, quantities.slots().values().iterator().next().origin());
    }
}
