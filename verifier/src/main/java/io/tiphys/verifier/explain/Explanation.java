package io.tiphys.verifier.explain;

import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.EffectivePod;
import java.util.List;

/**
 * The pods of all workflows that were asked for.
 *
 * @param documents those that hold a workflow, in the order of files
 * @param findings what could not be read, and why the controller would make no pod
 */
public record Explanation(List<Document> documents, List<Finding> findings) {
    public Explanation {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }

    /**
     * One workflow or template of workflows.
     *
     * @param pods its distinct pods, in the order of the document
     * @param usage what one run takes
     */
    public record Document(Manifest manifest, List<PodRuns> pods, Usage usage) {
        public Document {
            pods = List.copyOf(pods);
        }
    }

    /**
     * A pod and how often it is made in one run.
     *
     * @param runs how often, if no condition keeps it from that and nothing is tried again
     * @param counted false if it may be more often
     */
    public record PodRuns(EffectivePod pod, long runs, boolean counted) {}
}
