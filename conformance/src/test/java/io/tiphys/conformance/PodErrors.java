package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.pod.EffectivePods;
import java.util.Optional;

/** Does the controller refuse the input, or one of its pods? */
final class PodErrors implements Row {

    @Override
    public String name() {
        return "pods/errors";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        Controller controller = new Controller(corpus);
        for (JsonNode record : controller.runs()) {
            String name =
                    record.path("config").asText() + " " + record.path("input").asText();
            tally.compare(name, record, () -> {
                EffectivePods pods = controller.compute(record).pods();
                pods.pods();
                Optional<Finding> refusal = pods.findings().stream()
                        .filter(finding -> finding.refusedBy().contains(RealProgram.CONTROLLER))
                        .findFirst();
                return Judged.difference(
                        !record.path("outcome").asText().equals("error"),
                        record.path("message").asText(),
                        refusal);
            });
        }
    }
}
