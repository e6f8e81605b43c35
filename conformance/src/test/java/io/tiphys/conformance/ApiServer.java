package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.schema.CrdProfile;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.List;

/**
 * Manifests posted to an API server.
 *
 * @param crds {@code full}, {@code minimal}, or empty for native kinds
 */
record ApiServer(String name, String crds) implements Row {

    @Override
    public void compare(Corpus corpus, Tally tally) {
        CrdProfile profile = crds.equals("minimal") ? CrdProfile.MINIMAL : CrdProfile.FULL;
        SchemaSettings settings = new SchemaSettings("4.1", profile, "1.35");
        for (JsonNode record : corpus.records("kubernetes/crd/index.json")) {
            if (!record.path("crds").asText("").equals(crds)) {
                continue;
            }
            String file = record.path("file").asText();
            int document = record.path("doc").asInt(0);
            String folder = file.startsWith("examples/") ? "lint/" : "kubernetes/crd/";
            ((ObjectNode) record).put("absent", !corpus.has(folder + file));
            tally.compare(document == 0 ? file : file + "#" + document, record, () -> {
                Judged judged = Judged.of(settings, file, corpus.text(folder + file), List.of());
                return Judged.difference(
                        record.path("accepted").asBoolean(),
                        record.path("message").asText(),
                        judged.refusal(RealProgram.API_SERVER, document));
            });
        }
    }
}
