package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.expr.Replacement;
import io.tiphys.verifier.expr.Scope;
import io.tiphys.verifier.expr.Strictness;
import io.tiphys.verifier.expr.TemplateText;
import io.tiphys.verifier.expr.loop.Item;
import io.tiphys.verifier.expr.loop.Loop;
import io.tiphys.verifier.lint.when.When;
import java.util.Optional;

/** A recorded loop over items: the nodes, and a text in each of them. */
final class Loops {
    private Loops() {}

    static Optional<String> difference(JsonNode record) {
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("text", record.path("text").asText());
        String when = record.path("when").asText("");
        task.put("when", when);
        if (record.path("withParam").asText("x").isEmpty()) {
            boolean same = record.at("/results/0/text").equals(record.path("text"))
                    && record.path("results").size() == 1;
            return same ? Optional.empty() : Languages.differ(record, "no loop");
        }
        Loop loop = Loop.ofList(list(record));
        When runs = When.of(when, When.Bare.TEXT);
        if (loop.problem().isPresent()) {
            boolean refused = !runs.result().equals(Optional.of(false));
            return refused == record.has("error") ? Optional.empty() : Languages.differ(record, loop);
        }
        if (loop.unknown().isPresent()) {
            return Languages.undetermined();
        }
        Strictness strictness = runs.result().equals(Optional.of(false)) ? Strictness.NONE : Strictness.ALL;
        for (int i = 0; i < loop.items().size(); i++) {
            Item item = loop.items().get(i);
            Scope.Builder scope = new Scope.Builder();
            record.path("variables")
                    .properties()
                    .forEach(
                            value -> scope.text(value.getKey(), value.getValue().asText()));
            item.values().forEach(scope::text);
            Replacement ours = TemplateText.replaceJson(json(task, record), scope.build(), strictness);
            if (!ours.unknown().isEmpty()) {
                return Languages.undetermined();
            }
            if (ours.problem().isPresent() || record.has("error")) {
                boolean last = record.has("error")
                        && ours.problem().isEmpty()
                        && i + 1 < loop.items().size();
                if (!last) {
                    return ours.problem().isPresent() == record.has("error")
                            ? Optional.empty()
                            : Languages.differ(record, ours);
                }
            } else {
                JsonNode real = record.path("results").path(i);
                JsonNode made = Corpus.parse(ours.text().orElseThrow());
                if (!real.path("name").asText().equals(item.node("task", i))
                        || !real.path("text").equals(made.path("text"))) {
                    return Languages.differ(real, item.node("task", i) + " " + made);
                }
            }
        }
        return loop.items().size() == record.path("results").size() ? Optional.empty() : Languages.differ(record, loop);
    }

    /** The list as it was spelled; Go writes exponents with a small letter. */
    private static String list(JsonNode record) {
        return record.has("withParam")
                ? record.path("withParam").asText()
                : record.path("itemsJson")
                        .asText(record.path("items").toString().replaceAll("(?<=[0-9])E\\+", "e+"));
    }

    private static String json(ObjectNode task, JsonNode record) {
        return "{\"text\":" + TemplateText.quoted(task.path("text").asText()) + ",\"when\":"
                + TemplateText.quoted(task.path("when").asText())
                + (record.has("withParam")
                        ? ",\"withParam\":"
                                + TemplateText.quoted(record.path("withParam").asText())
                        : ",\"withItems\":" + list(record))
                + "}";
    }
}
