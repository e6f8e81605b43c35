package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.depends.Depends;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a steps or dag template calls, and in which order.
 *
 * @param steps its steps or tasks, as they are listed
 * @param after for each of them the indexes of those that are over when it starts
 */
record CallOrder(List<JsonNode> steps, List<Set<Integer>> after) {

    static CallOrder of(JsonNode template) {
        List<JsonNode> steps = new ArrayList<>(Json.items(template.path("dag").path("tasks")));
        List<Set<Integer>> after = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        steps.forEach(task -> indexes.putIfAbsent(Json.name(task), indexes.size()));
        for (JsonNode task : steps) {
            Set<Integer> before = new TreeSet<>();
            for (String name : dependencies(task)) {
                if (indexes.containsKey(name)) {
                    before.add(indexes.getOrDefault(name, 0));
                }
            }
            after.add(before);
        }
        Set<Integer> last = Set.of();
        for (JsonNode group : template.path("steps")) {
            Set<Integer> these = new TreeSet<>();
            for (JsonNode step : group) {
                these.add(steps.size());
                steps.add(step);
                after.add(last);
            }
            last = these.isEmpty() ? last : these;
        }
        return new CallOrder(steps, after);
    }

    private static List<String> dependencies(JsonNode task) {
        List<String> names = new ArrayList<>();
        task.path("dependencies").forEach(name -> names.add(name.asText()));
        Depends.parse(task.path("depends").asText()).references().forEach(reference -> names.add(reference.task()));
        return names;
    }
}
