package io.tiphys.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/** Equality of JSON as data: the order of fields and the spelling of numbers do not count. */
final class Same {
    private Same() {}

    /** The first difference, as {@code /pointer: real …, ours …}. */
    static Optional<String> difference(JsonNode real, JsonNode ours) {
        return difference(real, ours, JsonPointer.empty());
    }

    private static Optional<String> difference(JsonNode real, JsonNode ours, JsonPointer at) {
        if (real.isObject() && ours.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            real.fieldNames().forEachRemaining(names::add);
            ours.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                Optional<String> found = difference(real.path(name), ours.path(name), at.appendProperty(name));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (real.isArray() && ours.isArray() && real.size() == ours.size()) {
            Iterator<JsonNode> items = ours.iterator();
            int index = 0;
            for (JsonNode item : real) {
                Optional<String> found = difference(item, items.next(), at.appendIndex(index++));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isEqual(real, ours)
                ? Optional.empty()
                : Optional.of(at + ": real " + show(real) + ", ours " + show(ours));
    }

    private static boolean isEqual(JsonNode real, JsonNode ours) {
        if (real.isNumber() && ours.isNumber()) {
            return real.decimalValue().compareTo(ours.decimalValue()) == 0
                    || (!real.canConvertToLong() && real.doubleValue() == ours.doubleValue());
        }
        return real.equals(ours);
    }

    private static String show(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
