package io.tiphys.verifier.expr;

import java.util.List;

/**
 * The values that a function is called with.
 *
 * @param function its name, for messages
 * @param values the values
 */
record Arguments(String function, List<Object> values) {
    Arguments {
        values = List.copyOf(values);
    }

    int size() {
        return values.size();
    }

    Object get(int index) {
        return values.get(index);
    }

    /** Fails unless there are that many. */
    Arguments between(int least, int most) throws ValueException {
        if (size() < least || size() > most) {
            throw ValueException.failure(function + " does not take " + size() + " arguments");
        }
        return this;
    }

    Arguments exactly(int count) throws ValueException {
        return between(count, count);
    }

    /** A text; nil stands for the empty one where Go's own functions are called. */
    String text(int index) throws ValueException {
        return get(index) == Nil.NIL ? "" : Values.string(get(index));
    }

    /** An integer of Go's type int. */
    long integer(int index) throws ValueException {
        if (get(index) == Nil.NIL) {
            return 0;
        }
        if (get(index) instanceof Long number) {
            return number;
        }
        throw wrong(index);
    }

    boolean condition(int index) throws ValueException {
        return get(index) != Nil.NIL && Values.condition(get(index));
    }

    List<Object> list(int index) throws ValueException {
        if (get(index) instanceof Listing list) {
            return list.items();
        }
        throw wrong(index);
    }

    Entries entries(int index) throws ValueException {
        if (get(index) instanceof Entries entries) {
            return entries;
        }
        if (get(index) == Nil.NIL) {
            return new Entries(java.util.Map.of());
        }
        throw wrong(index);
    }

    ValueException wrong(int index) {
        return ValueException.failure(function + " does not take " + Values.shown(get(index)));
    }
}
