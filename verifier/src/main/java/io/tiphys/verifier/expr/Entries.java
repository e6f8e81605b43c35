package io.tiphys.verifier.expr;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map with texts as keys.
 *
 * @param values its values, in the order of their keys
 */
record Entries(Map<String, Object> values) {
    Entries {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
