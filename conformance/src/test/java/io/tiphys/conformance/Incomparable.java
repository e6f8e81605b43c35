package io.tiphys.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What cannot be compared, as {@code incomparable.yaml} lists it. An entry has {@code corpus} (a row, or the start of
 * one and {@code *}), {@code reason}, and {@code cases} (names), {@code where} (pointer into the case's record → the
 * pattern that its value matches), or both.
 */
final class Incomparable {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Entry> used = new HashSet<>();

    private record Condition(JsonPointer pointer, Pattern pattern) {
        boolean holds(JsonNode record) {
            JsonNode value = record.at(pointer);
            return !value.isMissingNode()
                    && pattern.matcher(value.isContainerNode() ? value.toString() : value.asText())
                            .find();
        }
    }

    private record Entry(String corpus, Set<String> cases, List<Condition> conditions, String reason) {
        boolean covers(String row, String name, JsonNode record) {
            boolean same = corpus.endsWith("*")
                    ? row.startsWith(corpus.substring(0, corpus.length() - 1))
                    : row.equals(corpus);
            return same
                    && (cases.isEmpty() || cases.contains(name))
                    && conditions.stream().allMatch(condition -> condition.holds(record));
        }
    }

    Incomparable(JsonNode file) {
        for (JsonNode entry : file) {
            Set<String> cases = new HashSet<>();
            entry.path("cases").forEach(name -> cases.add(name.asText()));
            List<Condition> conditions = new ArrayList<>();
            entry.path("where")
                    .properties()
                    .forEach(field -> conditions.add(new Condition(
                            JsonPointer.compile(field.getKey()),
                            Pattern.compile(field.getValue().asText()))));
            String reason = entry.path("reason").asText();
            if (reason.isBlank() || (cases.isEmpty() && conditions.isEmpty())) {
                throw new IllegalArgumentException("incomparable.yaml: needs a reason, and cases or where: " + entry);
            }
            entries.add(new Entry(entry.path("corpus").asText(), cases, conditions, reason));
        }
    }

    boolean covers(String row, String name, JsonNode record) {
        for (Entry entry : entries) {
            if (entry.covers(row, name, record)) {
                used.add(entry);
                return true;
            }
        }
        return false;
    }
}
