package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The number of differences that a row under work still has, as {@code ratchet.yaml} states it: row → {@code cases},
 * {@code different}, {@code reason}. It holds for the corpus with that number of cases; any other must agree wholly.
 */
record Ratchet(JsonNode file) {
    /** One case in that many may be left undetermined. */
    private static final int MOST_UNDETERMINED = 5;

    /** What is wrong with a row's result, or nothing. */
    Optional<String> complaint(Tally.Result result) {
        JsonNode entry = file.path(result.corpus());
        boolean same = entry.path("cases").asInt(-1) == result.cases();
        int allowed = same ? entry.path("different").asInt() : 0;
        if (result.undetermined() * MOST_UNDETERMINED > result.cases()) {
            return Optional.of(result.corpus() + ": " + result.undetermined() + " cases are left undetermined");
        } else if (entry.isObject() && entry.path("reason").asText().isBlank()) {
            return Optional.of(result.corpus() + ": ratchet.yaml gives no reason");
        } else if (result.different() > allowed) {
            return Optional.of(result.corpus() + ": " + result.different() + " cases differ, allowed " + allowed);
        } else if (result.different() < allowed) {
            return Optional.of(result.corpus() + ": lower the ratchet to " + result.different() + " from " + allowed);
        } else if (same && allowed == 0) {
            return Optional.of(result.corpus() + ": remove it from ratchet.yaml, nothing differs");
        }
        return Optional.empty();
    }
}
