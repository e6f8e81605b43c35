package io.tiphys.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.pod.EffectivePod;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What further runs of one workflow add to what is known of the first one. */
final class OtherRuns {
    private final Set<Map.Entry<String, JsonNode>> pods = new HashSet<>();
    private final Set<Map.Entry<String, Finding.Place>> known = new HashSet<>();

    /** Whether no run before had this pod. */
    boolean isNew(EffectivePod pod) {
        return pods.add(Map.entry(pod.call().template(), pod.pod()));
    }

    /** The findings of a run whose rule and place are new; with the values of the run, if it is not the first. */
    List<Finding> added(List<Finding> ofRun, String values) {
        List<Finding> added = ofRun.stream()
                .filter(finding -> values.isEmpty() || !known.contains(Map.entry(finding.rule(), finding.place())))
                .map(finding ->
                        values.isEmpty() ? finding : finding.withMessage(finding.message() + "; with " + values))
                .toList();
        ofRun.forEach(finding -> known.add(Map.entry(finding.rule(), finding.place())));
        return added;
    }
}
