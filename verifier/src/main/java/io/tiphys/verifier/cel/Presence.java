package io.tiphys.verifier.cel;

import dev.cel.common.values.SelectableValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code has(a.b)} and {@code a.?b} as Kubernetes has them: false, or none, where {@code a} is null or a scalar, which dev.cel
 * takes for an error.
 */
final class Presence {
    private Presence() {}

    @SuppressWarnings("unchecked") // the key is a text, which every selectable value takes
    static Object isPresent(Object value, String key) {
        Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (inner instanceof SelectableValue<?> selectable) {
            return ((SelectableValue<Object>) selectable).find(key).isPresent();
        }
        if (inner instanceof List) {
            throw new CelFailure("unsupported index type 'string' in list");
        }
        return inner instanceof Map<?, ?> map && map.containsKey(key);
    }

    @SuppressWarnings("unchecked") // the key is a text, which every selectable value takes
    static Object select(Object value, String key) {
        Object inner = value;
        if (value instanceof Optional<?> optional) {
            if (optional.isEmpty()) {
                return Optional.empty();
            }
            inner = optional.get();
        }
        Optional<?> found = Optional.empty();
        if (inner instanceof SelectableValue<?> selectable) {
            found = ((SelectableValue<Object>) selectable).find(key);
        } else if (inner instanceof Map<?, ?> map) {
            found = Optional.ofNullable(map.get(key));
        } else if (inner instanceof List) {
            throw new CelFailure("unsupported index type 'string' in list");
        }
        return found.isPresent() && found.get() instanceof Optional<?> nested ? nested : found;
    }
}
