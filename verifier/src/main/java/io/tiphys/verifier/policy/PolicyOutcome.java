package io.tiphys.verifier.policy;

import java.util.List;

/**
 * What one policy says of one subject by one binding.
 *
 * @param policy name of the policy
 * @param binding name of the binding
 * @param verdict what it says
 * @param actions the binding's actions: {@code Deny}, {@code Warn}, {@code Audit}
 * @param reason of the first denial or error: {@code Invalid}, {@code Forbidden} …; else empty
 * @param messages one for each denial or error, in the order of the validations; if undetermined, those of the sample
 *     values that were denied
 */
public record PolicyOutcome(
        String policy, String binding, Verdict verdict, List<String> actions, String reason, List<String> messages) {

    /** What a policy can say. */
    public enum Verdict {
        /** Nothing against it. */
        ALLOWED("allowed"),
        /** A validation is false. */
        DENIED("denied"),
        /** It depends on values that are not known before a run. */
        UNDETERMINED("undetermined"),
        /** An expression failed, and the policy does not ignore that: the API server denies. */
        ERROR("error"),
        /** A match condition is false. */
        SKIPPED("skipped");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The name in reports. */
        public String label() {
            return label;
        }
    }

    public PolicyOutcome {
        actions = List.copyOf(actions);
        messages = List.copyOf(messages);
    }

    /** Whether an API server would refuse the request. */
    public boolean refuses() {
        return actions.contains("Deny") && (verdict == Verdict.DENIED || verdict == Verdict.ERROR);
    }
}
