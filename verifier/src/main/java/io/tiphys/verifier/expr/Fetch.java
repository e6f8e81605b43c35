package io.tiphys.verifier.expr;

/** Members, items and parts of values. */
final class Fetch {
    private Fetch() {}

    static Object member(Object base, Object key) throws ValueException {
        if (base instanceof Entries entries) {
            return entries.values().getOrDefault(key == Nil.NIL ? "" : Values.string(key), Nil.NIL);
        }
        if (base instanceof Listing list) {
            long index = Values.integer(key);
            long at = index < 0 ? list.items().size() + index : index;
            if (at < 0 || at >= list.items().size()) {
                throw ValueException.failure("there is no item " + index + " in a list of "
                        + list.items().size());
            }
            return list.items().get((int) at);
        }
        if (base instanceof Fields fields) {
            String name = Values.string(key);
            if (!Fields.NAMES.contains(name)) {
                throw ValueException.failure("there is no result " + name);
            }
            return fields.get(name);
        }
        if (base instanceof Names.Function function && function.isSprig()) {
            String name = Values.string(key);
            return Sprig.isKnown(name) ? new Names.Function("sprig." + name) : Nil.NIL;
        }
        if (base instanceof String) {
            Values.integer(key);
            throw ValueException.unknown("single bytes of a text");
        }
        throw ValueException.failure(Values.shown(base) + " has no members");
    }

    static Object slice(Object base, long from, long to) throws ValueException {
        long length = (Long) Functions.length(base, false);
        long start = Math.max(0, from < 0 ? length + from : from);
        long end = Math.min(length, Math.max(0, to < 0 ? length + to : to));
        start = Math.min(start, end);
        if (base instanceof String text) {
            return Texts.part(text, start, end);
        }
        if (base instanceof Listing list) {
            return new Listing(list.items().subList((int) start, (int) end), list.kind());
        }
        throw ValueException.failure(Values.shown(base) + " has no parts");
    }
}
