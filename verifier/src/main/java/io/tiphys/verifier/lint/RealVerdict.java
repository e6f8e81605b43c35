package io.tiphys.verifier.lint;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.verdict.ArgoLint;
import io.tiphys.verifier.lint.verdict.Refusal;
import io.tiphys.verifier.lint.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings what the rules say of {@code argo lint} into line with what it says itself: the rules find more than it does and
 * explain it, its own walk decides whether it refuses the object.
 */
final class RealVerdict {
    static final Rule RULE = new Rule(
            "LINT-01",
            Severity.ERROR,
            "argo lint takes the object, in the order and with the values with which it looks at it.",
            "Mend what the message names.",
            "argo lint: what no rule of its own here says");

    private RealVerdict() {}

    /** The findings of the rules, where they claim a refusal that is none without the claim, and with it where it is one. */
    static List<Finding> agreed(Spec spec, List<Finding> findings) {
        Optional<Verdict> verdict = ArgoLint.verdict(spec);
        if (verdict.isEmpty()) {
            return findings;
        }
        Optional<Refusal> refusal = verdict.get().refusal();
        boolean claimed = findings.stream().anyMatch(RealVerdict::isClaim);
        if (claimed == refusal.isPresent()) {
            return findings;
        }
        return refusal.isEmpty()
                ? findings.stream().map(RealVerdict::withoutClaim).toList()
                : withRefusal(spec, findings, refusal.get());
    }

    private static boolean isClaim(Finding finding) {
        return finding.refusedBy().contains(RealProgram.ARGO_LINT);
    }

    private static Finding withoutClaim(Finding finding) {
        return isClaim(finding) ? finding.withoutRefusedBy(RealProgram.ARGO_LINT) : finding;
    }

    /** What is found at the same place is why; else the walk's own words. */
    private static List<Finding> withRefusal(Spec spec, List<Finding> findings, Refusal refusal) {
        List<Finding> all = new ArrayList<>(findings);
        for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            if (finding.isBlocking()
                    && finding.place().pointer().equals(refusal.at().toString())) {
                all.set(i, finding.withRefusedBy(RealProgram.ARGO_LINT));
                return all;
            }
        }
        all.add(spec.manifest().finding(RULE, refusal.at(), refusal.message()).withRefusedBy(RealProgram.ARGO_LINT));
        all.sort(Finding.ORDER);
        return all;
    }
}
