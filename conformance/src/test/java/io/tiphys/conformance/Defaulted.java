package io.tiphys.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.defaults.Defaults;
import java.util.Map;
import java.util.Optional;

/**
 * Objects after decoding, defaulting and admission. The recorded ones came back from the server, which decodes once more
 * what it was about to store.
 */
final class Defaulted implements Row {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String name() {
        return "defaulted";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (String file : corpus.files("kubernetes/vap", ".json")) {
            if (file.startsWith("policies-")) {
                compare(corpus, tally, file.substring("policies-".length(), file.length() - ".json".length()));
            }
        }
    }

    private static void compare(Corpus corpus, Tally tally, String family) {
        Map<String, JsonNode> sent = new AdmissionObjects(corpus, family, "objects").own();
        Map<String, JsonNode> real = new AdmissionObjects(corpus, family, "defaulted").own();
        real.forEach(
                (name, object) -> tally.compare(family + " " + name, object, () -> difference(sent.get(name), object)));
    }

    private static Optional<String> difference(JsonNode sent, JsonNode real) {
        JsonNode ours = Defaults.decoded(Defaults.admitted(sent));
        return Same.difference(withoutAllocated(real, sent), withoutSuffixes(withoutAllocated(ours, sent)));
    }

    /** The corpus has a constant in the place of random suffixes, also where one was sent. */
    private static JsonNode withoutSuffixes(JsonNode object) {
        try {
            return MAPPER.readTree(
                    object.toString().replaceAll("kube-api-access-[a-z0-9]{5}\"", "kube-api-access-xxxxx\""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ports and addresses that the server allocated: the files do not say which. */
    private static JsonNode withoutAllocated(JsonNode object, JsonNode sent) {
        ObjectNode copy = object.deepCopy();
        if (copy.path("kind").asText().equals("Service") && copy.path("spec") instanceof ObjectNode spec) {
            if (!sent.path("spec").has("clusterIP")) {
                spec.remove("clusterIP");
                spec.remove("clusterIPs");
            }
            for (int i = 0; i < spec.path("ports").size(); i++) {
                if (!sent.path("spec").path("ports").path(i).has("nodePort")) {
                    ((ObjectNode) spec.path("ports").path(i)).remove("nodePort");
                }
            }
            spec.remove("healthCheckNodePort");
        }
        return copy;
    }
}
