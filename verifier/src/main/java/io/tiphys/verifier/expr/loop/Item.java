package io.tiphys.verifier.expr.loop;

import java.util.Map;

/**
 * One item of a loop.
 *
 * @param shown what stands for it in the name of its node, before parentheses are taken out
 * @param values the texts of {@code item}, and of {@code item.key} if it is a map
 */
public record Item(String shown, Map<String, String> values) {
    public Item {
        values = Map.copyOf(values);
    }

    /** The name of its node: that of the step, the item's index, and the item. */
    public String node(String step, int index) {
        return step + "(" + index + ":" + shown.replace("(", "").replace(")", "") + ")";
    }
}
