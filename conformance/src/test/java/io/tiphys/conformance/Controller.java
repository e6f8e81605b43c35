package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.pod.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The recorded runs of the controller: one input under one configuration each. */
record Controller(Corpus corpus) {

    /**
     * What we make of an input.
     *
     * @param run what the recording knows of the run
     */
    record Computed(EffectivePods pods, Run run) {}

    List<JsonNode> runs() {
        return corpus.records("pods/index.json");
    }

    Computed compute(JsonNode record) {
        String input = record.path("input").asText();
        List<Manifest> documents = new ArrayList<>(load(input));
        if (record.has("context")) {
            documents.addAll(load(record.path("context").asText()));
        }
        Manifest workflow = documents.get(0);
        Run run = new Run(Map.of(
                "workflow.name", name(workflow, input),
                "workflow.namespace", "argo",
                "workflow.uid", "00000000-0000-0000-0000-000000000001",
                "workflow.creationTimestamp", "2026-01-02T03:04:05Z",
                "workflow.duration", "DURATION",
                "workflow.status", "Succeeded",
                "workflow.failures", "\"null\""));
        JsonNode settings = load("controller-config/" + record.path("config").asText() + ".yaml")
                .get(0)
                .json();
        return new Computed(EffectivePods.of(workflow, Lookup.of(documents), ControllerConfig.of(settings), run), run);
    }

    /** The recordings name a workflow with generateName by it without its hyphen, one without names by its file. */
    private static String name(Manifest workflow, String input) {
        JsonNode metadata = workflow.json().path("metadata");
        String name = metadata.path("name")
                .asText(metadata.path("generateName").asText().replaceAll("-$", ""));
        return name.isEmpty() ? input.substring(input.lastIndexOf('/') + 1).replace(".yaml", "") : name;
    }

    List<Manifest> load(String file) {
        return new YamlReader()
                .read(corpus.text("pods/" + file)).documents().stream()
                        .map(document -> new Manifest(file, document, true, SourceIndex.EMPTY))
                        .toList();
    }
}
