package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.verifier.pod.PodSpecPatch;
import io.tiphys.verifier.pod.SpecJoin;
import io.tiphys.verifier.pod.TemplateDefaults;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.pod.merge.StrategicMerge;
import io.tiphys.verifier.typed.TypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random patches, template defaults and workflow specs merged: the result, or that it fails. */
record Merges(String file, Merge merge) implements Row {

    /** One kind of merging. */
    @FunctionalInterface
    interface Merge {
        JsonNode apply(JsonNode record) throws MergeException, TypeException, PodSpecPatch.RefusedException;
    }

    static List<Row> all() {
        return List.of(
                new Merges(
                        "podspecpatch",
                        record -> patch(record, List.of(record.path("patch").asText()))),
                new Merges("sequence", record -> {
                    List<String> patches = new ArrayList<>();
                    record.path("patches").forEach(patch -> patches.add(patch.asText()));
                    return patch(record, patches);
                }),
                new Merges(
                        "strategic",
                        record -> StrategicMerge.apply(
                                record.path("original"),
                                record.path("patch"),
                                type(record.path("type").asText()))),
                new Merges(
                        "templates",
                        record -> TemplateDefaults.apply(
                                (ObjectNode) record.path("defaults"), (ObjectNode) record.path("template"))),
                new Merges("workflowspec", Merges::spec));
    }

    private static JsonNode patch(JsonNode record, List<String> patches) throws PodSpecPatch.RefusedException {
        return PodSpecPatch.apply((ObjectNode) record.path("pod"), patches);
    }

    private static JsonNode spec(JsonNode record) throws MergeException, TypeException {
        ObjectNode workflow = (ObjectNode) record.path("workflow");
        return record.path("op").asText().equals("join")
                ? SpecJoin.join(workflow, object(record.path("template")), object(record.path("defaults")))
                : SpecJoin.merge((ObjectNode) record.path("defaults"), workflow);
    }

    private static Optional<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static ApiType type(String name) {
        ApiSchema schema = ApiSchema.get();
        return schema.kubernetesType(name).or(() -> schema.argoType(name)).orElseThrow();
    }

    @Override
    public String name() {
        return "merge/" + file;
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("pods/merge/" + file + ".jsonl")) {
            tally.compare(record.path("id").asText(), record, () -> difference(record));
        }
    }

    private Optional<String> difference(JsonNode record) {
        JsonNode ours;
        try {
            ours = merge.apply(record);
        } catch (MergeException | TypeException | PodSpecPatch.RefusedException e) {
            return record.has("error")
                    ? Optional.empty()
                    : Optional.of("real " + record.path("result") + ", ours refuses: " + e.getMessage());
        }
        return record.has("error")
                ? Optional.of("real refuses: " + record.path("error").asText() + ", ours " + ours)
                : Same.difference(record.path("result"), ours);
    }
}
