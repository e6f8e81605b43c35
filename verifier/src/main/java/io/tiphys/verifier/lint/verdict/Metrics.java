package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Prometheus metrics of a template. */
final class Metrics {

    private Metrics() {}

    static void check(Visited template) throws RefusedException {
        JsonPointer at = template.at("metrics", "prometheus");
        int index = 0;
        for (JsonNode metric : Fields.items(template.json().path("metrics"), "prometheus")) {
            Optional<String> problem = problem(metric);
            if (problem.isPresent()) {
                throw new RefusedException(template.at(at, index), problem.get());
            }
            index++;
        }
    }

    private static Optional<String> problem(JsonNode metric) {
        String name = Fields.text(metric, "name");
        if (!Vocabulary.isMetricName(name)) {
            return Optional.of("\"" + name + "\" is no name of a metric");
        }
        for (JsonNode label : Fields.items(metric, "labels")) {
            if (!Vocabulary.isMetricName(Fields.text(label, "key"))) {
                return Optional.of("\"" + Fields.text(label, "key") + "\" is no name of a label");
            }
        }
        if (Fields.text(metric, "help").isEmpty()) {
            return Optional.of("the metric has no help text");
        }
        for (String kind : List.of("gauge", "counter", "histogram")) {
            if (Fields.has(metric, kind)
                    && Fields.text(metric.path(kind), "value").isEmpty()) {
                return Optional.of("the " + kind + " has no value");
            }
        }
        JsonNode gauge = metric.path("gauge");
        return gauge.path("realtime").asBoolean() && Fields.text(gauge, "value").contains("resourcesDuration.")
                ? Optional.of("resourcesDuration is not known in real time")
                : Optional.empty();
    }
}
