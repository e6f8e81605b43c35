package io.tiphys.verifier.typed;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * A node's place in a tree, which costs little while nobody asks for it as a pointer.
 *
 * @param parent the place of the node around it, if there is one
 * @param name its name there; null in a list
 * @param index its index in a list
 */
record Place(@Nullable Place parent, @Nullable String name, int index) {
    static final Place ROOT = new Place(null, null, 0);

    Place field(String field) {
        return new Place(this, field, 0);
    }

    Place item(int item) {
        return new Place(this, null, item);
    }

    JsonPointer pointer() {
        if (parent == null) {
            return JsonPointer.empty();
        }
        return name == null
                ? parent.pointer().appendIndex(index)
                : parent.pointer().appendProperty(name);
    }
}
