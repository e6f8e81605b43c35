package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JSONPath that names one place, or all items of one: {@code $.a['b'][0]}, {@code $.a[*]}. */
final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\['([^'\\\\\\]]*)'\\]|\\[(-?[0-9]{1,9})\\]|\\[\\*\\]");

    private JsonPath() {}

    static Object find(Object json, String path) throws ValueException {
        if (!path.startsWith("$")) {
            throw ValueException.failure("a JSONPath begins with $, not as \"" + path + "\"");
        }
        List<Object> found = new ArrayList<>(List.of(json));
        boolean many = false;
        Matcher step = STEP.matcher(path);
        int at = 1;
        while (at < path.length()) {
            if (!step.find(at) || step.start() != at) {
                throw ValueException.unknown("the JSONPath \"" + path + "\"");
            }
            boolean all = step.group().equals("[*]");
            if (many) {
                throw ValueException.unknown("members of all items");
            }
            many = all;
            found = all ? all(found.get(0), path) : List.of(one(found.get(0), step, path));
            at = step.end();
        }
        return many ? Listing.any(found) : found.get(0);
    }

    private static List<Object> all(Object base, String path) throws ValueException {
        if (base instanceof Listing list) {
            return list.items();
        }
        throw ValueException.unknown("all members of " + Values.shown(base) + " by \"" + path + "\"");
    }

    private static Object one(Object base, Matcher step, String path) throws ValueException {
        if (step.group(3) != null) {
            if (!(base instanceof Listing list)) {
                throw ValueException.unknown("the item of " + Values.shown(base));
            }
            long index = Long.parseLong(step.group(3));
            long at = index < 0 ? list.items().size() + index : index;
            if (at < 0 || at >= list.items().size()) {
                throw missing(path);
            }
            return list.items().get((int) at);
        }
        String name = step.group(1) != null ? step.group(1) : step.group(2);
        if (!(base instanceof Entries entries)) {
            throw name.equals("length") ? ValueException.unknown("the length in JSONPath") : missing(path);
        }
        Object value = entries.values().get(name);
        if (value == null) {
            throw missing(path);
        }
        return value;
    }

    private static ValueException missing(String path) {
        return ValueException.failure("there is nothing at the JSONPath \"" + path + "\"");
    }
}
