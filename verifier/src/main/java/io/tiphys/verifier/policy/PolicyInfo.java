package io.tiphys.verifier.policy;

import io.tiphys.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says of itself in its annotations, for reports.
 *
 * @param name name of the policy
 * @param rule {@code tiphys.io/rule}, or the policy's name
 * @param severity {@code tiphys.io/severity}; nothing if it is not said: as the binding has it
 * @param title {@code tiphys.io/title}, or empty
 * @param remedyYaml {@code tiphys.io/remedy-yaml}: a line of YAML to write, or empty
 * @param remedyJava {@code tiphys.io/remedy-java}: a line of Java to write, or empty
 * @param remedies {@code tiphys.io/remedies}: the lines to write, by message
 * @param at {@code tiphys.io/at}: pointer to the part of a pod that it is about, where {@code *} is the item whose name a
 *     message mentions; {@code /spec} if it is not said
 * @param followsFrom {@code tiphys.io/follows-from}: the rule whose remedy mends an offence against this one too, or
 *     empty
 * @param file the policy's file
 */
public record PolicyInfo(
        String name,
        String rule,
        Optional<Severity> severity,
        String title,
        String remedyYaml,
        String remedyJava,
        Remedies remedies,
        String at,
        String followsFrom,
        String file) {

    static PolicyInfo of(AdmissionPolicy policy) {
        String rule = policy.annotation("tiphys.io/rule");
        String at = policy.annotation("tiphys.io/at");
        return new PolicyInfo(
                policy.name(),
                rule.isEmpty() ? policy.name() : rule,
                severity(policy.annotation("tiphys.io/severity")),
                policy.annotation("tiphys.io/title"),
                policy.annotation("tiphys.io/remedy-yaml"),
                policy.annotation("tiphys.io/remedy-java"),
                remedies(policy),
                at.startsWith("/") ? at : "/spec",
                policy.annotation("tiphys.io/follows-from"),
                policy.manifest().file());
    }

    /**
     * The line of YAML that mends a denial, or empty.
     *
     * @param messages the message, before it the part of it that matters most
     */
    public String remedyYaml(List<String> messages) {
        return remedy(messages).yaml();
    }

    /** The line of Java likewise. */
    public String remedyJava(List<String> messages) {
        return remedy(messages).java();
    }

    private Remedies.Remedy remedy(List<String> messages) {
        return remedies.of(messages);
    }

    /** What is wrong with the annotation is a finding on the policy. */
    private static Remedies remedies(AdmissionPolicy policy) {
        Remedies.Remedy usual = new Remedies.Remedy(
                policy.annotation("tiphys.io/remedy-yaml"), policy.annotation("tiphys.io/remedy-java"));
        try {
            return Remedies.of(usual, policy.annotation("tiphys.io/remedies"));
        } catch (IllegalArgumentException e) {
            return Remedies.of(usual, "");
        }
    }

    private static Optional<Severity> severity(String label) {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
