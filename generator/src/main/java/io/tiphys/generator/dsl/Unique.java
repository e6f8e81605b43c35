package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Declarations that several have in common stand once. */
final class Unique {
    private Unique() {}

    static List<Slot> byContent(List<Slot> slots) {
        Set<JsonNode> seen = new HashSet<>();
        List<Slot> unique = new ArrayList<>();
        for (Slot slot : slots) {
            if (seen.add(Rendering.json(slot))) {
                unique.add(slot);
            }
        }
        return unique;
    }
}
