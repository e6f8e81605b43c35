package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicyProfile;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts documents and their effective pods before the policies, and turns what they say into findings. */
final class PolicyJudge {
    private final VerifyRequest request;
    private final PolicyProfile profile;
    private final PolicySet policies;
    private final List<Finding> findings;

    private PolicyJudge(VerifyRequest request, PolicyProfile profile, PolicySet policies, List<Finding> findings) {
        this.request = request;
        this.profile = profile;
        this.policies = policies;
        this.findings = List.copyOf(findings);
    }

    /** What the policies say of one document and its pods. */
    record Judgement(List<Finding> findings, List<VerifyResult.PolicyVerdict> verdicts) {}

    static PolicyJudge of(VerifyRequest request, BuiltInPolicies builtIn) throws VerifyException {
        Optional<PolicyProfile> profile = builtIn.profile(request.profile());
        Optional<List<Manifest>> documents = builtIn.documents(request.profile());
        if (profile.isEmpty() || documents.isEmpty()) {
            throw new VerifyException("There is no policy profile \"" + request.profile() + "\"; there are "
                    + String.join(", ", builtIn.profiles()) + ". Set tiphys.profile to one of them.");
        }
        List<Manifest> all = new ArrayList<>(documents.get());
        List<Finding> findings = new ArrayList<>();
        try {
            Loaded own = new Loader().load(request.base(), request.policies(), true, SourceIndex.EMPTY);
            all.addAll(own.manifests());
            findings.addAll(own.findings());
        } catch (IOException e) {
            throw new VerifyException("A folder of policies cannot be read: " + e.getMessage(), e);
        }
        PolicySet set = PolicySet.of(all, request.kubernetesVersion());
        findings.addAll(set.findings());
        return new PolicyJudge(request, profile.get(), set, findings);
    }

    /** What is wrong with the policies themselves. */
    List<Finding> findings() {
        return findings;
    }

    /** Judges a document and its effective pods; those of kinds that we do not know are left alone. */
    Judgement judge(Manifest manifest, List<Manifest> all) {
        List<Finding> found = new ArrayList<>();
        List<VerifyResult.PolicyVerdict> verdicts = new ArrayList<>();
        if (Kinds.isKnown(manifest)) {
            PolicySubject subject =
                    PolicySubject.create(manifest.json()).withUndetermined(Set.of(), examples(manifest));
            for (PolicyOutcome outcome : policies.evaluate(subject)) {
                verdicts.add(verdict(outcome, manifest, ""));
                found.addAll(findings(outcome, manifest, JsonPointer.empty()));
            }
        }
        return new Judgement(found, verdicts);
    }

    /** What the facility says of the values that its ConfigMaps will give: tag without braces → examples. */
    private Map<String, List<String>> examples(Manifest manifest) {
        Map<String, List<String>> examples = new TreeMap<>();
        for (JsonNode parameter :
                manifest.json().at(manifest.specPointer()).path("arguments").path("parameters")) {
            JsonNode reference = parameter.path("valueFrom").path("configMapKeyRef");
            String key = "configMap." + reference.path("name").asText() + "."
                    + reference.path("key").asText();
            profile.examples(key)
                    .ifPresent(values -> examples.put(
                            "workflow.parameters." + parameter.path("name").asText(), values));
        }
        return examples;
    }

    private static VerifyResult.PolicyVerdict verdict(PolicyOutcome outcome, Manifest manifest, String pod) {
        return new VerifyResult.PolicyVerdict(
                outcome.policy(),
                outcome.binding(),
                manifest.file(),
                manifest.document().index(),
                pod,
                outcome.verdict().label(),
                outcome.actions(),
                outcome.reason(),
                String.join("; ", outcome.messages()));
    }

    private List<Finding> findings(PolicyOutcome outcome, Manifest manifest, JsonPointer pointer) {
        Optional<PolicyInfo> info = policies.info(outcome.policy());
        boolean silent =
                switch (outcome.verdict()) {
                    case ALLOWED, SKIPPED -> true;
                    default -> info.isEmpty();
                };
        if (silent) {
            return List.of();
        }
        Rule rule = rule(info.get(), outcome);
        return outcome.messages().stream()
                .map(message -> manifest.finding(rule, pointer, message))
                .toList();
    }

    private Rule rule(PolicyInfo info, PolicyOutcome outcome) {
        boolean undetermined = outcome.verdict() == PolicyOutcome.Verdict.UNDETERMINED;
        Severity severity = undetermined
                ? (request.strict() ? Severity.ERROR : Severity.INFO)
                : info.severity().orElse(outcome.actions().contains("Deny") ? Severity.ERROR : Severity.WARNING);
        String remedy = info.remedyJava().isEmpty() ? info.remedyYaml() : info.remedyJava();
        return new Rule(info.rule(), severity, info.title(), remedy, info.file());
    }
}
