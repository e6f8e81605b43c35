package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the pod keeps artifacts that do not say it themselves: the template's {@code archiveLocation}, if it says all; else
 * the workflow's repository, if the pod needs one.
 *
 * @param location the location, as of an artifact; empty if none is needed
 * @param archivesLogs whether the logs of the containers are stored there
 */
record Archive(JsonNode location, boolean archivesLogs) {
    static Archive of(PodDraft draft) {
        JsonNode own = draft.template.path("archiveLocation");
        boolean ownLogs = own.path("archiveLogs").booleanValue();
        if (ArtifactLocation.isComplete(own)) {
            return new Archive(own, ownLogs);
        }
        boolean logs = wantsLogs(draft, own);
        List<JsonNode> artifacts = new ArrayList<>();
        Stream.of("inputs", "outputs").map(draft::artifacts).forEach(artifacts::addAll);
        JsonNode source = draft.template.path("data").path("source").path("artifactPaths");
        if (source.isObject()) {
            artifacts.add(source);
        }
        if (!logs && artifacts.stream().allMatch(ArtifactLocation::isComplete)) {
            return new Archive(own, ownLogs);
        }
        JsonNode repository = draft.workflow.repository();
        String kind = ArtifactLocation.kindOfRepository(repository);
        ObjectNode location = Json.object();
        if (!kind.isEmpty()) {
            location.set(kind, repository.path(kind));
        }
        return new Archive(location, logs);
    }

    /** The repository's yes wins; else the template's word, then the spec's. */
    private static boolean wantsLogs(PodDraft draft, JsonNode own) {
        if (draft.workflow.repository().path("archiveLogs").booleanValue()) {
            return true;
        }
        JsonNode logs = own.path("archiveLogs");
        return logs.isBoolean()
                ? logs.booleanValue()
                : draft.spec.path("archiveLogs").booleanValue();
    }

    List<JsonNode> secrets() {
        return ArtifactLocation.secrets(location);
    }
}
