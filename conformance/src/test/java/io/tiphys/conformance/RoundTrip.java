package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.CronWorkflow;
import io.tiphys.model.argo.Workflow;
import io.tiphys.model.argo.WorkflowTemplate;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.util.List;
import java.util.Optional;

/** Every example through the typed model and the canonical writer: the same data, and the same text the second time. */
final class RoundTrip implements Row {
    private final YamlReader reader = new YamlReader();

    @Override
    public String name() {
        return "roundtrip";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("lint/examples/index.json")) {
            String file = record.path("file").asText();
            tally.compare(file, record, () -> difference(corpus.text("lint/examples/" + file)));
        }
    }

    private Optional<String> difference(String text) {
        List<YamlDocument> documents = reader.read(text).documents();
        if (documents.isEmpty()) {
            return Optional.of("ours reads no document");
        }
        for (YamlDocument document : documents) {
            if (!(document.json() instanceof ObjectNode json)) {
                return Optional.of("ours reads no object");
            }
            Optional<ApiObject<?>> object = typed(json);
            if (object.isPresent()) {
                Optional<String> found = difference(json, object.get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(ObjectNode json, ApiObject<?> object) {
        String written = YamlWriter.write(Rendering.render(object).json());
        JsonNode again = reader.read(written).documents().get(0).json();
        Optional<String> found = Same.difference(json, again);
        if (found.isPresent()) {
            return found;
        }
        String second = YamlWriter.write(
                Rendering.render(typed((ObjectNode) again).orElseThrow()).json());
        return written.equals(second) ? Optional.empty() : Optional.of("the second rendering is another text");
    }

    private static Optional<ApiObject<?>> typed(ObjectNode json) {
        return switch (json.path("kind").asText()) {
            case "Workflow" -> Optional.of(Workflow.fromJson(json));
            case "WorkflowTemplate" -> Optional.of(WorkflowTemplate.fromJson(json));
            case "ClusterWorkflowTemplate" -> Optional.of(ClusterWorkflowTemplate.fromJson(json));
            case "CronWorkflow" -> Optional.of(CronWorkflow.fromJson(json));
            default -> Optional.empty();
        };
    }
}
