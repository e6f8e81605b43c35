package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.expr.Answer;
import io.tiphys.verifier.expr.Expressions;
import io.tiphys.verifier.expr.Replacement;
import io.tiphys.verifier.expr.Scope;
import io.tiphys.verifier.expr.Strictness;
import io.tiphys.verifier.expr.TemplateText;
import io.tiphys.verifier.expr.loop.Loop;
import io.tiphys.verifier.expr.loop.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Recorded values of Argo's small languages against ours. What we leave undetermined is counted, never guessed. */
record Languages(String name, String file, BiFunction<JsonNode, Corpus, Optional<String>> check) implements Row {
    /** What a check says of a case that we leave undetermined. */
    static final String UNDETERMINED = "undetermined";

    static List<Row> all() {
        return List.of(
                new Languages("languages/templates", "templates", (record, corpus) -> template(record)),
                new Languages("languages/expr", "expr", Languages::expression),
                new Languages("languages/sequences/items", "sequences", (record, corpus) -> sequence(record)),
                new Languages("languages/items", "items", (record, corpus) -> Loops.difference(record)));
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        int line = 0;
        for (JsonNode record : corpus.records("lint/languages/" + file + ".jsonl")) {
            line++;
            Optional<String> found = check.apply(record, corpus);
            if (found.equals(Optional.of(UNDETERMINED))) {
                tally.undetermined();
            } else {
                tally.compare("line " + line, record, () -> found);
            }
        }
    }

    static Optional<String> undetermined() {
        return Optional.of(UNDETERMINED);
    }

    static Optional<String> differ(Object real, Object ours) {
        return Optional.of("real " + real + ", ours " + ours);
    }

    private static Scope scope(JsonNode variables) {
        Scope.Builder scope = new Scope.Builder();
        variables.properties().forEach(variable -> {
            if (variable.getValue().isNull()) {
                scope.absent(variable.getKey());
            } else {
                scope.json(variable.getKey(), variable.getValue());
            }
        });
        return scope.build();
    }

    private static Optional<String> template(JsonNode record) {
        String mode = record.path("mode").asText();
        JsonNode object = record.has("text") ? record.path("text") : record.path("document");
        if (mode.startsWith("lint") || record.has("nondeterministic")) {
            return undetermined();
        }
        if (mode.equals("validate")) {
            return tags(record, object);
        }
        Strictness strictness = mode.startsWith("strict:")
                ? Strictness.prefixes(List.of(mode.substring("strict:".length()).split(",")))
                : mode.equals("replace") ? Strictness.ALL : Strictness.NONE;
        Scope scope = scope(record.path("variables"));
        Replacement ours = TemplateText.replaceJson(json(object), scope, strictness);
        if (!ours.unknown().isEmpty()) {
            return undetermined();
        }
        JsonNode real = record.path("result");
        if (record.has("error")) {
            boolean same = ours.problem().isPresent()
                    && ours.missing() == record.path("missingVariable").asBoolean();
            return same ? Optional.empty() : differ(record.path("error"), ours);
        }
        if (object.isTextual()) {
            Optional<String> text =
                    TemplateText.replace(object.asText(), scope, strictness).text();
            return text.equals(Optional.of(real.asText())) ? Optional.empty() : differ(real, ours);
        }
        return ours.text().isPresent()
                        && Same.difference(real, Corpus.parse(ours.text().get()))
                                .isEmpty()
                ? Optional.empty()
                : differ(real, ours);
    }

    /** As the controller writes it. */
    private static String json(JsonNode object) {
        return object.isTextual() ? TemplateText.quoted(object.asText()) : object.toString();
    }

    private static Optional<String> tags(JsonNode record, JsonNode object) {
        List<String> real = new ArrayList<>();
        record.path("tags").forEach(tag -> real.add(tag.asText()));
        Optional<List<String>> wanted = record.has("error") ? Optional.empty() : Optional.of(real);
        Optional<List<String>> ours = TemplateText.tags(json(object))
                .map(tags -> tags.stream().filter(tag -> !tag.startsWith("=")).toList());
        return ours.equals(wanted) ? Optional.empty() : differ(wanted, ours);
    }

    private static Optional<String> expression(JsonNode record, Corpus corpus) {
        String text = record.path("expression").asText();
        String use = record.path("use").asText();
        JsonNode env = record.path("env");
        if (record.has("nondeterministic")) {
            return undetermined();
        }
        if (!use.equals("value")) {
            Answer ours = use.equals("bool")
                    ? Expressions.condition(text, scope(env))
                    : Expressions.depends(text, results(env));
            return compare(record, record.path("result").asText(), ours);
        }
        Answer value = Expressions.parameter(text, scope(env));
        if (record.has("error") && record.path("error").asText().startsWith("unmarshalable")) {
            return undetermined();
        }
        Optional<String> difference = compare(record, record.path("text").asText(), value);
        if (difference.isPresent() || !record.has("result") || record.has("error")) {
            return difference;
        }
        Answer json = Expressions.json(text, scope(env));
        boolean same = json.value().isPresent()
                && Same.difference(
                                record.path("result"), Corpus.parse(json.value().get()))
                        .isEmpty();
        return same ? Optional.empty() : differ(record.path("result"), json);
    }

    private static Scope results(JsonNode env) {
        Scope.Builder scope = new Scope.Builder();
        env.properties().forEach(task -> {
            List<String> results = new ArrayList<>();
            task.getValue().properties().forEach(result -> {
                if (result.getValue().asBoolean()) {
                    results.add(result.getKey());
                }
            });
            scope.results(task.getKey(), results);
        });
        return scope.build();
    }

    private static Optional<String> compare(JsonNode record, String real, Answer ours) {
        if (ours.unknown().isPresent()) {
            return undetermined();
        }
        Optional<String> wanted = record.has("error") ? Optional.empty() : Optional.of(real);
        return ours.value().equals(wanted) ? Optional.empty() : differ(record, ours);
    }

    private static Optional<String> sequence(JsonNode record) {
        Loop ours = Sequence.expand(record.path("sequence"));
        if (ours.unknown().isPresent()) {
            return undetermined();
        }
        List<String> items = ours.items().stream()
                .map(item -> item.values().getOrDefault("item", ""))
                .toList();
        List<String> real = new ArrayList<>();
        record.path("items").forEach(item -> real.add(item.asText()));
        boolean same = record.has("error")
                ? ours.problem().isPresent()
                : ours.problem().isEmpty() && items.equals(real);
        return same ? Optional.empty() : differ(record, ours);
    }
}
