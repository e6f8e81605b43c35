package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the verification found.
 *
 * @param settings what it was judged by
 * @param documents every object, in the order of file and document
 * @param findings in the order of {@link Finding#ORDER}
 * @param policies what each policy said of each object and pod, in the order of file, document, pod, policy
 */
public record VerifyResult(
        Settings settings, List<DocumentVerdict> documents, List<Finding> findings, List<PolicyVerdict> policies) {
    public VerifyResult {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
        policies = Collections.unmodifiableList(policies); // not copied: it may be made to save memory
    }

    /** The versions and the policy profile that were assumed. */
    public record Settings(String argoVersion, String kubernetesVersion, String crds, String profile) {}

    /** What is said of an object as a whole. */
    public enum Verdict {
        /** No error that is not waived. */
        VALID,
        /** At least one. */
        INVALID,
        /** A kind that is not known here. */
        SKIPPED;

        /** The name in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One object.
     *
     * @param file relative to the base folder
     * @param index number of the document in its file, from 0
     */
    public record DocumentVerdict(
            String file, int index, String apiVersion, String kind, String name, Verdict verdict) {}

    /**
     * What one policy under one binding said of one pod or object.
     *
     * @param document number of the document in its file
     * @param pod name of the template whose pod was judged; empty if it was the document itself
     * @param outcome allowed, denied, undetermined, error, skipped
     * @param actions what the binding asks for: Deny, Warn, Audit
     * @param reason the reason that the API server would give; empty if allowed
     */
    public record PolicyVerdict(
            String policy,
            String binding,
            String file,
            int document,
            String pod,
            String outcome,
            List<String> actions,
            String reason,
            String message) {
        public PolicyVerdict {
            actions = List.copyOf(actions);
        }
    }

    /** How many findings of a severity are not waived. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == severity && finding.waiver().isEmpty())
                .count();
    }
}
