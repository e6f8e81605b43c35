package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.pod.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        for (Map.Entry<String, String> output : outputs(documents).entrySet()) {
            run = run.with("workflow.outputs.parameters." + output.getKey(), output.getValue());
        }
        JsonNode settings = load("controller-config/" + record.path("config").asText() + ".yaml")
                .get(0)
                .json();
        return new Computed(EffectivePods.of(workflow, Lookup.of(documents), ControllerConfig.of(settings), run), run);
    }

    /** Outputs of the run: steps gave the declared default, else "1". */
    private static Map<String, String> outputs(List<Manifest> documents) {
        Map<String, String> outputs = new TreeMap<>();
        for (Manifest document : documents) {
            for (JsonNode template : document.json().at(document.specPointer()).path("templates")) {
                for (JsonNode parameter : template.at("/outputs/parameters")) {
                    if (parameter.has("globalName")) {
                        outputs.put(
                                parameter.path("globalName").asText(),
                                parameter.at("/valueFrom/default").asText("1"));
                    }
                }
            }
        }
        return outputs;
    }

    /** The recordings name a workflow with generateName by it without its hyphen, one without names by its file. */
    private static String name(Manifest workflow, String input) {
        JsonNode metadata = workflow.json().path("metadata");
        String name = metadata.path("name")
                .asText(metadata.path("generateName").asText().replaceAll("-$", ""));
        return name.isEmpty() ? input.substring(input.lastIndexOf('/') + 1).replace(".yaml", "") : name;
    }

    List<Manifest> load(String file) {
        List<YamlDocument> documents =
                new YamlReader().read(corpus.text("pods/" + file)).documents();
        documents.forEach(document -> texts(document.json(), false));
        return documents.stream()
                .map(document -> new Manifest(file, document, true, SourceIndex.EMPTY))
                .toList();
    }

    /** The recorder's reader made texts of what stands in labels and annotations, as lint does and a cluster does not. */
    private static void texts(JsonNode node, boolean labels) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            boolean scalar = field.getValue().isBoolean() || field.getValue().isNumber();
            if (labels && scalar) {
                field.setValue(new TextNode(field.getValue().asText()));
            }
            texts(
                    field.getValue(),
                    field.getKey().equals("labels") || field.getKey().equals("annotations"));
        }
        if (node.isArray()) {
            node.forEach(item -> texts(item, false));
        }
    }
}
