package io.tiphys.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a parameter that takes {@code name=value}, several of them with commas between. */
final class Assignments {
    private Assignments() {}

    /**
     * Reads them. Maven has cut the text at its commas; one behind a backslash belongs to the value.
     *
     * @throws IllegalArgumentException that says which one is wrong
     */
    static Map<String, String> of(String parameter, @Nullable List<String> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder entry = new StringBuilder();
        for (String part : entries == null ? List.<String>of() : entries) {
            entry.append(part);
            if (part.endsWith("\\")) {
                entry.setCharAt(entry.length() - 1, ',');
                continue;
            }
            put(parameter, entry.toString(), values);
            entry.setLength(0);
        }
        if (!entry.isEmpty()) {
            put(parameter, entry.toString(), values);
        }
        return values;
    }

    private static void put(String parameter, String entry, Map<String, String> values) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? "" : entry.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException(parameter + " has \"" + entry
                    + "\"; write name=value, commas between several, and \\, for a comma in a value.");
        }
        if (values.put(name, entry.substring(equals + 1)) != null) {
            throw new IllegalArgumentException(parameter + " has two values for \"" + name + "\".");
        }
    }
}
