package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Arguments of joined specs are not merged like other lists: mostly the winner's replaces the other of its name. */
final class ArgumentJoin {
    /** Kinds of location, in the order in which the controller looks for one. */
    static final List<String> LOCATIONS =
            List.of("artifactory", "azure", "git", "gcs", "hdfs", "http", "oss", "raw", "s3", "plugin");

    private ArgumentJoin() {}

    /** Puts the winner's arguments into the merged spec where they replace the other's as a whole. */
    static void apply(ObjectNode under, ObjectNode over, ObjectNode merged) {
        replace(under, over, merged, "parameters");
        replace(under, over, merged, "artifacts");
    }

    private static void replace(ObjectNode under, ObjectNode over, ObjectNode merged, String kind) {
        if (!(merged.path("arguments").path(kind) instanceof ArrayNode target)) {
            return;
        }
        for (int i = 0; i < target.size(); i++) {
            JsonNode name = target.get(i).path("name");
            Optional<JsonNode> winner = named(over, kind, name);
            Optional<JsonNode> loser = named(under, kind, name);
            if (winner.isPresent() && loser.isPresent() && !merges(winner.get(), loser.get(), kind)) {
                target.set(i, winner.get());
            }
        }
    }

    private static boolean merges(JsonNode over, JsonNode under, String kind) {
        if (kind.equals("parameters")) {
            return !over.has("value") && !over.has("default") && !over.has("valueFrom");
        }
        int winner = location(over);
        return winner >= 0 && location(under) >= winner;
    }

    private static int location(JsonNode artifact) {
        for (int i = 0; i < LOCATIONS.size(); i++) {
            if (artifact.has(LOCATIONS.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<JsonNode> named(ObjectNode spec, String kind, JsonNode name) {
        for (JsonNode item : spec.path("arguments").path(kind)) {
            if (item.path("name").equals(name)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
