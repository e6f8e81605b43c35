package io.tiphys.verifier.policy;

import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What one evaluation of a policy says.
 *
 * @param reason of the first denial, else empty
 * @param messages of the denials and errors
 */
record Decision(Verdict verdict, String reason, List<String> messages) {
    static final Decision ALLOWED = new Decision(Verdict.ALLOWED, "", List.of());
    static final Decision SKIPPED = new Decision(Verdict.SKIPPED, "", List.of());

    Decision {
        messages = List.copyOf(messages);
    }

    static Decision error(String message) {
        return new Decision(Verdict.ERROR, "Invalid", List.of(message));
    }

    /** Both, as for two params: a denial weighs more than an error, and either more than anything else. */
    Decision and(Decision other) {
        Decision first = weight() >= other.weight() ? this : other;
        List<String> all = new ArrayList<>(messages);
        all.addAll(other.messages);
        return new Decision(first.verdict, first.reason, all);
    }

    private int weight() {
        return switch (verdict) {
            case SKIPPED -> 0;
            case ALLOWED -> 1;
            case UNDETERMINED -> 2;
            case ERROR -> 3;
            case DENIED -> 4;
        };
    }
}
