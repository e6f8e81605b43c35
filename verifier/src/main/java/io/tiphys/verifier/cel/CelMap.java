package io.tiphys.verifier.cel;

import com.google.common.collect.Maps;
import dev.cel.common.CelErrorCode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object as an immutable CEL value, which the runtime takes as it is. */
@SuppressWarnings("Immutable") // unmodifiable, which the checker cannot see
final class CelMap extends CelValue implements Map<Object, Object>, SelectableValue<Object> {
    private static final CelType TYPE = MapType.create(SimpleType.DYN, SimpleType.DYN);

    private final Map<Object, Object> fields;

    /** A map of these fields, which nobody may change from here on. */
    CelMap(Map<? extends Object, Object> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** The fields as they are, watched ones not read. */
    Map<Object, Object> fields() {
        return fields;
    }

    @Override
    public Object select(Object field) {
        Object value = get(field);
        if (value == null) {
            throw new CelFailure("no such key: " + field, CelErrorCode.ATTRIBUTE_NOT_FOUND);
        }
        return value;
    }

    @Override
    public Optional<?> find(Object field) {
        return Optional.ofNullable(get(field));
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return Watched.read(fields.get(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return fields.containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return view().containsValue(value);
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    @Override
    public Set<Object> keySet() {
        return fields.keySet();
    }

    @Override
    public Collection<Object> values() {
        return view().values();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return view().entrySet();
    }

    private Map<Object, Object> view() {
        return Maps.transformValues(fields, Watched::readPresent);
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return fields.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public Object put(Object key, Object value) {
        throw immutable();
    }

    @Override
    public Object remove(@Nullable Object key) {
        throw immutable();
    }

    @Override
    public void putAll(Map<?, ?> other) {
        throw immutable();
    }

    @Override
    public void clear() {
        throw immutable();
    }

    private static IllegalStateException immutable() {
        return new IllegalStateException("values of expressions do not change");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return view().equals(other);
    }

    @Override
    public int hashCode() {
        return view().hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
