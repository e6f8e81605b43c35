package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.List;
import java.util.Optional;

/** Changed examples and cases: what lint says of each, or what the API server with full CRDs says. */
record Mutants(String name, RealProgram program) implements Row {

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("lint/mutants.jsonl")) {
            String mutant = record.path("name").asText();
            tally.compare(mutant, record, () -> {
                String text = record.path("yaml").asText();
                Judged judged = Judged.of(SchemaSettings.DEFAULT, mutant + ".yaml", text, List.of());
                Optional<Finding> ours = judged.refusal(program);
                if (program == RealProgram.ARGO_LINT) {
                    JsonNode real = record.path("lint");
                    boolean valid = real.path("verdict").asText().equals("valid");
                    return Judged.difference(valid, real.path("message").asText(), ours);
                }
                JsonNode real = record.path("apiServer");
                return Judged.difference(
                        real.path("accepted").asBoolean(), real.path("message").asText(), ours);
            });
        }
    }
}
