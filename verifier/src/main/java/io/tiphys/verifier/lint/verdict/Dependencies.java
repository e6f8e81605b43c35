package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.depends.Depends;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a task waits for: all that looks like the name of a task, whatever stands between.
 *
 * @param tasks their names, and of each whether a result is asked of it that only a loop has
 */
record Dependencies(Map<String, Boolean> tasks) {
    private static final Pattern RESULT = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]*?\\.([A-Z][a-zA-Z]+)");

    Dependencies {
        tasks = Map.copyOf(tasks);
    }

    static Dependencies of(JsonNode task) {
        String depends = Fields.text(task, "depends");
        Map<String, Boolean> tasks = new LinkedHashMap<>();
        if (!depends.isEmpty()) {
            add(depends, tasks);
        } else {
            for (JsonNode name : Fields.items(task, "dependencies")) {
                add(name.asText() + ".Succeeded", tasks);
            }
        }
        return new Dependencies(tasks);
    }

    /** A name without result takes away what was asked of a loop before. */
    private static void add(String text, Map<String, Boolean> tasks) {
        for (Depends.Reference reference : Depends.parse(text).references()) {
            if (reference.result().isEmpty() || Vocabulary.LOOP_RESULTS.contains(reference.result())) {
                tasks.put(reference.task(), !reference.result().isEmpty());
            } else {
                tasks.putIfAbsent(reference.task(), false);
            }
        }
    }

    /** A result that no task has. */
    static Optional<String> wrongResult(JsonNode task) {
        Matcher matcher = RESULT.matcher(Fields.text(task, "depends"));
        while (matcher.find()) {
            if (!Vocabulary.TASK_RESULTS.contains(matcher.group(1))) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
