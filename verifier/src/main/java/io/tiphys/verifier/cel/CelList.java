package io.tiphys.verifier.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A JSON array as an immutable CEL value, which the runtime takes as it is. */
@SuppressWarnings("Immutable") // unmodifiable, which the checker cannot see
final class CelList extends CelValue implements List<Object>, RandomAccess {
    private static final CelType TYPE = ListType.create(SimpleType.DYN);

    private final List<Object> items;
    private final List<Object> view;

    CelList(List<Object> values) {
        this.items = List.copyOf(values);
        this.view = items.stream().noneMatch(Watched.class::isInstance) ? items : new Reading(items);
    }

    private CelList(List<Object> items, List<Object> view) {
        this.items = items;
        this.view = view;
    }

    /** A list of values that an evaluation has made, none of them watched; nobody may change it from here on. */
    static CelList made(List<Object> values) {
        List<Object> items = Collections.unmodifiableList(values);
        return new CelList(items, items);
    }

    /** The items as they are, watched ones not read. */
    List<Object> items() {
        return items;
    }

    /** Reads through {@link Watched}. */
    private static final class Reading extends AbstractList<Object> implements RandomAccess {
        private final List<Object> items;

        Reading(List<Object> items) {
            this.items = items;
        }

        @Override
        public Object get(int index) {
            return Watched.readPresent(items.get(index));
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return view.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public int size() {
        return view.size();
    }

    @Override
    public boolean isEmpty() {
        return view.isEmpty();
    }

    @Override
    public Object get(int index) {
        return view.get(index);
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return view.contains(item);
    }

    @Override
    public boolean containsAll(Collection<?> items) {
        return view.containsAll(items);
    }

    @Override
    public int indexOf(@Nullable Object item) {
        return view.indexOf(item);
    }

    @Override
    public int lastIndexOf(@Nullable Object item) {
        return view.lastIndexOf(item);
    }

    @Override
    public Iterator<Object> iterator() {
        return view.iterator();
    }

    @Override
    public ListIterator<Object> listIterator() {
        return view.listIterator();
    }

    @Override
    public ListIterator<Object> listIterator(int index) {
        return view.listIterator(index);
    }

    @Override
    public List<Object> subList(int from, int to) {
        return view.subList(from, to);
    }

    @Override
    public Object[] toArray() {
        return view.toArray();
    }

    @Override
    public <E extends @Nullable Object> E[] toArray(E[] array) {
        return view.toArray(array);
    }

    @Override
    public boolean add(Object item) {
        throw immutable();
    }

    @Override
    public void add(int index, Object item) {
        throw immutable();
    }

    @Override
    public boolean addAll(Collection<?> items) {
        throw immutable();
    }

    @Override
    public boolean addAll(int index, Collection<?> items) {
        throw immutable();
    }

    @Override
    public Object set(int index, Object item) {
        throw immutable();
    }

    @Override
    public boolean remove(@Nullable Object item) {
        throw immutable();
    }

    @Override
    public Object remove(int index) {
        throw immutable();
    }

    @Override
    public boolean removeAll(Collection<?> items) {
        throw immutable();
    }

    @Override
    public boolean retainAll(Collection<?> items) {
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
        return view.equals(other);
    }

    @Override
    public int hashCode() {
        return view.hashCode();
    }

    @Override
    public String toString() {
        return view.toString();
    }
}
