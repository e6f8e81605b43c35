package io.tiphys.verifier.expr;

import java.util.List;

/**
 * A list.
 *
 * @param items its values
 * @param kind what Go declares its items to be: {@code ANY} for most lists
 */
record Listing(List<Object> items, Type.Kind kind) {
    Listing {
        items = List.copyOf(items);
    }

    static Listing any(List<?> items) {
        return new Listing(List.copyOf(items), Type.Kind.ANY);
    }

    static Listing texts(List<String> items) {
        return new Listing(List.copyOf(items), Type.Kind.TEXT);
    }
}
