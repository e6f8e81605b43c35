package io.tiphys.model.object;

import org.jspecify.annotations.Nullable;

/** A null inside of a list or map; on its way out it learns which field was to be set. */
final class NullItemException extends NullPointerException {
    private final String where;

    private NullItemException(String field, String where) {
        super(field + where + " is null; was a field read before it was set?");
        this.where = where;
    }

    NullItemException in(String field) {
        return new NullItemException(field + ": ", where);
    }

    /** @param where which part of a list or map */
    static <T> T check(String where, @Nullable T item) {
        if (item == null) {
            throw new NullItemException("", where);
        }
        return item;
    }
}
