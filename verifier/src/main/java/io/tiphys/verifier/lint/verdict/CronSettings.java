package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.cron.Schedule;
import io.tiphys.verifier.lint.cron.Zones;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** When a CronWorkflow runs. */
final class CronSettings {
    /** The names of its workflows get a time at their end. */
    private static final int LONGEST_NAME = 52;

    private CronSettings() {}

    static void check(Node root) throws RefusedException {
        JsonNode cron = root.json().path("spec");
        JsonPointer at = JsonPointer.compile("/spec");
        String name = Fields.text(root.json().path("metadata"), "name");
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new RefusedException(
                    JsonPointer.compile("/metadata/name"), "the name has more than " + LONGEST_NAME + " characters");
        }
        List<JsonNode> schedules = Fields.items(cron, "schedules");
        if (schedules.isEmpty()) {
            throw new RefusedException(at, "there is no schedule");
        }
        for (JsonNode schedule : schedules) {
            if (Schedule.problem(schedule.asText()).isPresent()) {
                throw new RefusedException(
                        at.appendProperty("schedules"), "\"" + schedule.asText() + "\" is no schedule");
            }
        }
        String zone = Fields.text(cron, "timezone");
        if (!Zones.isKnown(zone)) {
            throw new RefusedException(at.appendProperty("timezone"), "\"" + zone + "\" is no time zone");
        }
        String policy = Fields.text(cron, "concurrencyPolicy");
        if (!policy.isEmpty() && !Vocabulary.CONCURRENCY_POLICIES.contains(policy)) {
            throw new RefusedException(
                    at.appendProperty("concurrencyPolicy"), "\"" + policy + "\" is no policy of concurrency");
        }
        if (cron.path("startingDeadlineSeconds").asLong() < 0) {
            throw new RefusedException(at.appendProperty("startingDeadlineSeconds"), "the deadline is negative");
        }
    }
}
