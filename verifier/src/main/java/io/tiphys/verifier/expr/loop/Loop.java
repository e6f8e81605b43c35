package io.tiphys.verifier.expr.loop;

import java.util.List;
import java.util.Optional;

/**
 * The items of a loop. One of problem and unknown may be present; then there are none.
 *
 * @param items the items, in order
 * @param problem why the controller refuses the loop
 * @param unknown why we cannot tell what the items are
 */
public record Loop(List<Item> items, Optional<String> problem, Optional<String> unknown) {
    public Loop {
        items = List.copyOf(items);
    }

    static Loop of(List<Item> items) {
        return new Loop(items, Optional.empty(), Optional.empty());
    }

    static Loop refused(String problem) {
        return new Loop(List.of(), Optional.of(problem), Optional.empty());
    }

    static Loop undetermined(String unknown) {
        return new Loop(List.of(), Optional.empty(), Optional.of(unknown));
    }

    /**
     * The items of {@code withItems}, or of the text of {@code withParam}.
     *
     * @param json a list as JSON; numbers count as they are spelled
     */
    public static Loop ofList(String json) {
        return Items.read(json);
    }
}
