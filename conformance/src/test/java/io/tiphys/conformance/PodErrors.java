package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.Map;
import java.util.Optional;

/** Does the controller refuse the input, or one of its pods? */
final class PodErrors implements Row {

    @Override
    public String name() {
        return "pods/errors";
    }

    /**
     * Before it makes pods, the controller validates the workflow. What we say that it refuses there counts always; what we say of
     * lint counts only where it did refuse the spec, since lint reads stricter than the controller and asks more.
     */
    private static Optional<Finding> validation(JsonNode record, Corpus corpus) {
        String input = record.path("input").asText();
        String context = record.path("context").asText("");
        Map<String, String> others = context.isEmpty() ? Map.of() : Map.of(context, corpus.text("pods/" + context));
        Judged judged = Judged.of(SchemaSettings.DEFAULT, input, corpus.text("pods/" + input), others);
        boolean invalid = record.path("message").asText().startsWith("invalid spec");
        return judged.refusal(RealProgram.CONTROLLER, 0)
                .or(() -> invalid ? judged.refusal(RealProgram.ARGO_LINT) : Optional.empty());
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
                        .findFirst()
                        .or(() -> validation(record, corpus));
                return Judged.difference(
                        !record.path("outcome").asText().equals("error"),
                        record.path("message").asText(),
                        refusal);
            });
        }
    }
}
