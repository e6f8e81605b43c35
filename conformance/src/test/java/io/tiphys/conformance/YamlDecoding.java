package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlProblem;
import io.tiphys.model.yaml.YamlReader;
import java.util.Optional;

/** How the API server turns YAML into JSON: its first document, or an error. */
final class YamlDecoding implements Row {
    private final YamlReader reader = new YamlReader();

    @Override
    public String name() {
        return "crd/yaml-decoding";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("kubernetes/crd/yaml-decoding.json")) {
            String yaml = record.path("yaml").asText();
            tally.compare(record.path("yaml").toString(), record, () -> difference(record, yaml));
        }
    }

    private Optional<String> difference(JsonNode record, String yaml) {
        YamlFile file = reader.read(yaml);
        int first = file.documents().isEmpty()
                ? Integer.MAX_VALUE
                : file.documents().get(0).root().start().line();
        Optional<YamlProblem> problem = file.problems().stream()
                .filter(found -> found.kind() != YamlProblem.Kind.DROPPED)
                .filter(found -> found.position().line() <= first)
                .findFirst();
        JsonNode ours = file.documents().isEmpty()
                ? NullNode.getInstance()
                : file.documents().get(0).json();
        if (yaml.startsWith("v: ")) {
            ours = ours.path("v"); // records about one scalar hold its value only
        }
        if (record.has("error")) {
            return problem.isPresent()
                    ? Optional.empty()
                    : Optional.of("real error (" + record.path("error").asText() + "), ours " + ours);
        }
        return problem.isPresent()
                ? Optional.of("real " + record.path("json") + ", ours error ("
                        + problem.get().message() + ")")
                : Same.difference(record.path("json"), ours);
    }
}
