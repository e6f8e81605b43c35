package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Waiver;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Origin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an author accepts in one template: the waivers of each rule become one annotation, which {@code verify} reads. */
record Waivers(List<Waived> all) {
    static final Waivers NONE = new Waivers(List.of());
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    Waivers {
        all = List.copyOf(all);
    }

    /**
     * One waiver, as it was written.
     *
     * @param container the container that it is for, or empty for the whole template
     */
    record Waived(String rule, String container, String reason, String owner, String until, Optional<JavaLine> line) {

        String annotation() {
            return Waiver.ANNOTATION + rule;
        }

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (!container.isEmpty()) {
                json.put("container", container);
            }
            return json.put("reason", reason).put("owner", owner).put("expires", until);
        }

        /** What is wrong with it. */
        List<Problem> problems(boolean again) {
            List<Problem> problems = new ArrayList<>();
            if (!NAME.matcher(rule).matches()) {
                problems.add(problem("is of \"" + rule + "\", which is no name of a rule"));
            }
            if (reason.isBlank() || owner.isBlank()) {
                problems.add(problem("has no " + (reason.isBlank() ? "reason" : "owner")));
            }
            if (!isDay(until)) {
                problems.add(problem("has the last day \"" + until + "\"; write it as 2027-01-31"));
            }
            if (again) {
                problems.add(problem("is written twice"));
            }
            return problems;
        }

        private Problem problem(String what) {
            return new Problem(DefinitionRules.BAD_WAIVER, "The waiver of " + rule + " " + what, line);
        }

        private static boolean isDay(String text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    static Waived written(String rule, String reason, String owner, String until) {
        return new Waived(
                Fields.given("rule", rule),
                "",
                Fields.given("reason", reason),
                Fields.given("owner", owner),
                Fields.given("until", until),
                Origin.caller());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a rule is waived for the whole template. */
    boolean has(String rule) {
        return all.stream()
                .anyMatch(waived ->
                        waived.rule().equals(rule) && waived.container().isEmpty());
    }

    Waivers with(Waived waived) {
        return with(new Waivers(List.of(waived)));
    }

    Waivers with(Waivers more) {
        List<Waived> both = new ArrayList<>(all);
        both.addAll(more.all);
        return new Waivers(both);
    }

    /** The same, for a container beside others. */
    Waivers of(String container) {
        return new Waivers(all.stream()
                .map(waived -> new Waived(
                        waived.rule(), container, waived.reason(), waived.owner(), waived.until(), waived.line()))
                .toList());
    }

    /** The annotations with these waivers. */
    Fields in(Fields annotations) {
        Map<String, List<Waived>> byRule = new LinkedHashMap<>();
        all.forEach(waived -> byRule.computeIfAbsent(waived.annotation(), rule -> new ArrayList<>())
                .add(waived));
        Fields changed = annotations;
        for (Map.Entry<String, List<Waived>> rule : byRule.entrySet()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            rule.getValue().forEach(waived -> list.add(waived.json()));
            String text = (list.size() == 1 ? list.get(0) : list).toString();
            changed = changed.put(
                    rule.getKey(), Texts.text(text, rule.getValue().get(0).line()));
        }
        return changed;
    }
}
