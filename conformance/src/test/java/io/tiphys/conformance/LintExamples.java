package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Upstream's examples, linted with the files that they refer to, alone, and all in one run. */
final class LintExamples implements Row {

    @Override
    public String name() {
        return "lint/examples";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        List<JsonNode> records = corpus.records("lint/examples/index.json");
        List<Manifest> all = new ArrayList<>();
        for (JsonNode record : records) {
            all.addAll(load(corpus, record.path("file").asText()));
        }
        for (JsonNode record : records) {
            String file = record.path("file").asText();
            tally.compare(file, record, () -> {
                List<Manifest> with = new ArrayList<>();
                record.path("lintedWith").forEach(other -> with.addAll(load(corpus, other.asText())));
                return difference(corpus, file, with, record.path("lint"))
                        .or(() -> difference(corpus, file, List.of(), record.path("lintAlone"))
                                .map(found -> "alone: " + found))
                        .or(() -> difference(corpus, file, all, record.path("lintTogether"))
                                .map(found -> "together: " + found));
            });
        }
    }

    private static Optional<String> difference(Corpus corpus, String file, List<Manifest> context, JsonNode real) {
        if (real.isMissingNode()) {
            return Optional.empty();
        }
        Judged judged = Judged.of(SchemaSettings.DEFAULT, file, corpus.text("lint/examples/" + file), context);
        return Judged.difference(
                real.path("valid").asBoolean(), real.path("message").asText(), judged.refusal(RealProgram.ARGO_LINT));
    }

    private static List<Manifest> load(Corpus corpus, String file) {
        return new Loader()
                .parse(file, corpus.text("lint/examples/" + file), false, SourceIndex.EMPTY)
                .manifests();
    }
}
