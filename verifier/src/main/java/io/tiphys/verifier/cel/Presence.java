package io.tiphys.verifier.cel;

import dev.cel.common.values.SelectableValue;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code has(a.b)} and {@code a.?b} as Kubernetes has them: false, or none, where {@code a} is null or a scalar, which the
 * runtime takes for an error; and {@code a} evaluated once, where the runtime evaluates it twice, thus {@code a.?b.?c.?d}
 * eight times. After checking, each becomes the call of one of these functions.
 */
final class Presence implements CelRuntimeLibrary {
    static final String HAS = "@kubernetes_has";
    /** {@code a.?b}, and {@code .b} of what was read so. */
    static final String SELECT = "@kubernetes_select";
    /** A map of these keys and values. */
    static final String MAP = "@kubernetes_map";
    /** What {@code orValue} is asked of: a value that is no optional is its own. */
    static final String OPTIONAL = "@kubernetes_optional";

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.addFunctionBindings(
                CelFunctionBinding.from(HAS, Object.class, String.class, Presence::isPresent),
                CelFunctionBinding.from(SELECT, Object.class, String.class, Presence::select),
                CelFunctionBinding.from(MAP, List.class, List.class, Presence::map),
                CelFunctionBinding.from(OPTIONAL, Object.class, Presence::optional));
    }

    @SuppressWarnings("unchecked") // the key is a text, which every selectable value takes
    private static Object isPresent(Object value, String key) {
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
    private static Object select(Object value, String key) {
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

    private static Object map(List<?> keys, List<?> values) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (map.put(keys.get(i), values.get(i)) != null) {
                throw new CelFailure("Failed with repeated key");
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private static Object optional(Object value) {
        return value instanceof Optional ? value : Optional.of(value);
    }
}
