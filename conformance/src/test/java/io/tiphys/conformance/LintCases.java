package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.Map;

/** Upstream's validation cases: is the object valid for {@code argo lint --offline --strict}? */
final class LintCases implements Row {

    @Override
    public String name() {
        return "lint/cases";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("lint/cases/index.json")) {
            String file = record.path("file").asText();
            tally.compare(file, record, () -> {
                String context = record.path("context").asText("");
                Map<String, String> others = record.path("context").isTextual()
                        ? Map.of(context, corpus.text("lint/cases/" + context))
                        : Map.of();
                Judged judged = Judged.of(SchemaSettings.DEFAULT, file, corpus.text("lint/cases/" + file), others);
                JsonNode real = record.path("lint");
                return Judged.difference(
                        real.path("valid").asBoolean(),
                        real.path("message").asText(),
                        judged.refusal(RealProgram.ARGO_LINT));
            });
        }
    }
}
