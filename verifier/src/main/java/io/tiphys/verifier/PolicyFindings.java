package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What policies say, as findings: with the rule, severity and remedy that each policy states of itself. */
final class PolicyFindings {
    private final PolicySet policies;
    private final boolean strict;

    /**
     * Findings of some policies.
     *
     * @param strict whether what cannot be decided is an error
     */
    PolicyFindings(PolicySet policies, boolean strict) {
        this.policies = policies;
        this.strict = strict;
    }

    /** Puts a message where the policy's {@code tiphys.io/at} points: one finding for each place. */
    interface Placing {
        List<Finding> place(Rule rule, String at, String message);
    }

    /** The findings of all policies on one subject. */
    List<Finding> of(List<PolicyOutcome> together, Placing placing) {
        List<Finding> findings = new ArrayList<>();
        for (PolicyOutcome outcome : together) {
            if (!isSilent(outcome)) {
                policies.info(outcome.policy())
                        .ifPresent(info -> findings.addAll(of(outcome, info, together, placing)));
            }
        }
        return findings;
    }

    private List<Finding> of(PolicyOutcome outcome, PolicyInfo info, List<PolicyOutcome> together, Placing placing) {
        boolean undetermined = outcome.verdict() == PolicyOutcome.Verdict.UNDETERMINED;
        boolean follows = !undetermined && followsFrom(info, together);
        Rule rule = rule(info, outcome, undetermined, follows);
        String prefix = undetermined ? "cannot be decided before a run; with some values it " : "";
        String suffix = follows ? "; what mends " + info.followsFrom() + " mends this" : "";
        return outcome.messages().stream()
                .flatMap(message -> placing.place(rule, info.at(), prefix + message + suffix + from(info)).stream())
                .map(finding -> remedied(finding, info))
                .toList();
    }

    /** With the line that mends it, of Java where Java wrote it; what the message says of this container comes first. */
    private static Finding remedied(Finding finding, PolicyInfo info) {
        int own = Words.indexOfItem(finding.message(), finding.place().container());
        List<String> parts =
                own < 0 ? List.of(finding.message()) : List.of(finding.message().substring(own), finding.message());
        String java = finding.java().isPresent() ? info.remedyJava(parts) : "";
        return finding.withRemedy(java.isEmpty() ? info.remedyYaml(parts) : java);
    }

    /** The file of the policy, for whoever wants to see what exactly it asks. */
    private static String from(PolicyInfo info) {
        return " (" + info.file() + ")";
    }

    private static boolean isSilent(PolicyOutcome outcome) {
        return outcome.verdict() == PolicyOutcome.Verdict.ALLOWED || outcome.verdict() == PolicyOutcome.Verdict.SKIPPED;
    }

    /** No more severe than what the binding does in a cluster: who begins with a warning there gets one here. */
    private Rule rule(PolicyInfo info, PolicyOutcome outcome, boolean undetermined, boolean follows) {
        Severity bound = outcome.actions().contains("Deny")
                ? Severity.ERROR
                : outcome.actions().contains("Warn") ? Severity.WARNING : Severity.INFO;
        Severity stated =
                info.severity().filter(own -> own.compareTo(bound) > 0).orElse(bound);
        Severity severity = undetermined ? (strict ? Severity.ERROR : Severity.INFO) : follows ? Severity.INFO : stated;
        return new Rule(info.rule(), severity, info.title(), info.remedyYaml(), info.file());
    }

    /** Whether another rule denies the same subject and its remedy mends this too. */
    private boolean followsFrom(PolicyInfo info, List<PolicyOutcome> together) {
        return !info.followsFrom().isEmpty()
                && together.stream()
                        .filter(other -> other.verdict() == PolicyOutcome.Verdict.DENIED)
                        .map(other -> policies.info(other.policy()))
                        .flatMap(Optional::stream)
                        .anyMatch(other -> other.rule().equals(info.followsFrom()));
    }
}
