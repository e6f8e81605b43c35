package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySubject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Admission policies: is each accepted, and what does it say of each object? */
final class Admission implements Row {
    /** The namespaces of the recordings and their labels; see the corpus's README. */
    private static final Map<String, Map<String, String>> NAMESPACES = Map.of(
            "argo", Map.of("team", "workflows", "env", "dev"),
            "prod", Map.of("env", "prod", "team", "beamline"),
            "team-a", Map.of("team", "a", "env", "dev"));

    private static final String WARNING = "Validation failed for ValidatingAdmissionPolicy '%s' with binding '%s': %s";

    @Override
    public String name() {
        return "vap";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (String file : corpus.files("kubernetes/vap", ".json")) {
            if (file.startsWith("policies-")) {
                String family = file.substring("policies-".length(), file.length() - ".json".length());
                compare(corpus, tally, family);
            }
        }
    }

    private void compare(Corpus corpus, Tally tally, String family) {
        Map<String, PolicySet> sets = new HashMap<>();
        for (JsonNode record : corpus.records("kubernetes/vap/policies-" + family + ".json")) {
            String policy = record.path("policy").asText();
            PolicySet set = PolicySet.of(
                    policy, corpus.text("kubernetes/vap/policies/" + policy + ".yaml"), KubernetesVersion.NEWEST);
            sets.put(policy, set);
            tally.compare(policy, record, () -> accepted(record, set));
        }
        Map<String, JsonNode> sent = new AdmissionObjects(corpus, family, "objects").all();
        Map<String, JsonNode> stored = new AdmissionObjects(corpus, family, "defaulted").all();
        for (JsonNode record : corpus.records("kubernetes/vap/verdicts-" + family + ".json")) {
            String policy = record.path("policy").asText();
            String operation = record.path("operation").asText("CREATE");
            JsonNode object = object(operation.equals("CREATE") ? sent : stored, record.path("object"));
            JsonNode old = object(stored, record.path("oldObject"));
            String name = record.path("object").asText(record.path("oldObject").asText());
            tally.compare(
                    policy + " " + operation + " " + name,
                    record,
                    () -> verdict(record, sets.get(policy).evaluate(subject(object, old, operation))));
        }
    }

    /** A deletion has no object, a creation no old one. */
    private static JsonNode object(Map<String, JsonNode> objects, JsonNode name) {
        return name.isTextual() ? objects.get(name.asText()) : MissingNode.getInstance();
    }

    private static Optional<String> accepted(JsonNode record, PolicySet set) {
        Optional<Finding> refusal = set.check().stream()
                .filter(finding -> finding.refusedBy().contains(RealProgram.API_SERVER))
                .findFirst();
        String message = record.path("results").findValuesAsText("message").toString();
        return Judged.difference(record.path("accepted").asBoolean(), message, refusal);
    }

    private static PolicySubject subject(JsonNode object, JsonNode old, String operation) {
        PolicySubject subject = PolicySubject.create(object.isMissingNode() ? old : object);
        String namespace = subject.resource().kind().equals("Namespace") ? subject.name() : subject.namespace();
        return subject.inNamespace(namespace, NAMESPACES.getOrDefault(namespace, Map.of()))
                .by("admin", List.of("system:masters", "system:authenticated"))
                .as(operation, object, old);
    }

    private static Optional<String> verdict(JsonNode record, List<PolicyOutcome> outcomes) {
        Optional<PolicyOutcome> refusal =
                outcomes.stream().filter(PolicyOutcome::refuses).findFirst();
        if (record.path("allowed").asBoolean() != refusal.isEmpty()) {
            return Optional.of(
                    refusal.isEmpty()
                            ? "real denied (" + record.path("message").asText() + "), ours allowed"
                            : "real allowed, ours denied " + refusal.get().messages());
        }
        if (refusal.isPresent()) {
            String message = record.path("message").asText();
            String ours = refusal.get().messages().get(0);
            if (!message.endsWith(": " + ours)) {
                return Optional.of("message: real " + message + ", ours " + ours);
            }
            if (!record.path("reason").asText().equals(refusal.get().reason())) {
                return Optional.of("reason: real " + record.path("reason") + ", ours "
                        + refusal.get().reason());
            }
        }
        Set<String> real = new TreeSet<>();
        record.path("warnings").forEach(warning -> real.add(warning.asText()));
        real.removeIf(warning -> !warning.startsWith("Validation failed")); // others come from the API itself
        Set<String> ours = new TreeSet<>(warnings(outcomes));
        return real.equals(ours) ? Optional.empty() : Optional.of("warnings: real " + real + ", ours " + ours);
    }

    private static List<String> warnings(List<PolicyOutcome> outcomes) {
        List<String> warnings = new ArrayList<>();
        for (PolicyOutcome outcome : outcomes) {
            boolean failed = outcome.verdict() == Verdict.DENIED || outcome.verdict() == Verdict.ERROR;
            if (failed && outcome.actions().contains("Warn")) {
                outcome.messages()
                        .forEach(message ->
                                warnings.add(WARNING.formatted(outcome.policy(), outcome.binding(), message)));
            }
        }
        return warnings;
    }
}
