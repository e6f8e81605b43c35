package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tolerations are merged by their key, though several may have the same. */
final class Tolerations {
    private static final String FIELD = "tolerations";

    private Tolerations() {}

    /**
     * Says which ones get lost when these are merged.
     *
     * @param holders what has tolerations, the winner first
     */
    static Optional<PodException> lost(List<? extends JsonNode> holders) {
        List<JsonNode> lists = holders.stream()
                .map(holder -> holder.path(FIELD))
                .filter(Json::isSet)
                .toList();
        for (JsonNode list : lists.subList(0, Math.max(0, lists.size() - 1))) {
            Set<String> keys = new HashSet<>();
            for (JsonNode toleration : list) {
                String key = toleration.path("key").asText("");
                if (!key.isEmpty() && !keys.add(key)) {
                    return Optional.of(new PodException(
                            PodRules.TOLERATIONS,
                            list,
                            "the key \"" + key
                                    + "\" stands twice in tolerations that are merged with others, so one of the two"
                                    + " is lost"));
                }
            }
        }
        return Optional.empty();
    }
}
