package io.tiphys.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Entry;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.ControllerFile;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.EnumRuns;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.pod.PodRules;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicyProfile;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySources;
import io.tiphys.verifier.policy.PolicySubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts documents and their effective pods before the policies, and turns what they say into findings. */
final class PolicyJudge {
    private final PolicyProfile profile;
    private final PolicySet policies;
    private final ControllerConfig controller;
    private final PolicyFindings findings;
    private final List<Finding> problems;

    private PolicyJudge(
            PolicyProfile profile,
            PolicySet policies,
            ControllerConfig controller,
            boolean strict,
            List<Finding> problems) {
        this.profile = profile;
        this.policies = policies;
        this.controller = controller;
        this.findings = new PolicyFindings(policies, strict);
        this.problems = List.copyOf(problems);
    }

    /** What the policies say of one document and its pods. */
    record Judgement(List<Finding> findings, List<VerifyResult.PolicyVerdict> verdicts) {
        static final Judgement NOTHING = new Judgement(List.of(), List.of());
    }

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
            PolicySources own = PolicySources.load(request.base(), request.policies());
            all.addAll(own.policies());
            findings.addAll(own.findings());
        } catch (IOException e) {
            throw new VerifyException("Policies cannot be read: " + e.getMessage(), e);
        }
        PolicySet set =
                PolicySet.of(all, KubernetesVersion.parse(request.schema().kubernetesVersion()));
        findings.addAll(set.findings());
        return new PolicyJudge(profile.get(), set, controller(request), request.strict(), findings);
    }

    private static ControllerConfig controller(VerifyRequest request) throws VerifyException {
        if (request.controllerConfig().isEmpty()) {
            return ControllerConfig.DEFAULT;
        }
        try {
            return ControllerFile.read(
                    request.base(), request.controllerConfig().get());
        } catch (IllegalArgumentException e) {
            throw new VerifyException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is wrong with the policies themselves. */
    List<Finding> problems() {
        return problems;
    }

    /** Ids of all rules: those of the policies that come with Tiphys and of the user's, and the verifier's own. */
    Set<String> rules(BuiltInPolicies builtIn) {
        Set<String> ids = new TreeSet<>(builtIn.rules());
        RuleCatalogue.all().forEach(rule -> ids.add(rule.id()));
        policies.names().forEach(name -> policies.info(name).ifPresent(info -> ids.add(info.rule())));
        return ids;
    }

    /** Compiles what the judged ones of these objects and their pods will need. */
    void prepare(Collection<Entry> entries) {
        Set<Map.Entry<String, String>> kinds = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.source().judged()) {
                kinds.add(Map.entry(entry.apiVersion(), entry.kind()));
                if (Manifest.isArgo(entry.apiVersion(), entry.kind())
                        || entry.apiVersion().equals("batch/v1")) {
                    kinds.add(Map.entry("v1", "Pod"));
                }
            }
        }
        policies.prepare(kinds);
    }

    /** Judges a document and its effective pods; documents of kinds that we do not know are left alone. */
    Judgement judge(Manifest manifest, Lookup lookup) {
        List<Finding> found = new ArrayList<>();
        List<VerifyResult.PolicyVerdict> verdicts = new ArrayList<>();
        if (!Kinds.isKnown(manifest)) {
            return new Judgement(found, verdicts);
        }
        Map<String, List<String>> examples = examples(manifest);
        List<PolicyOutcome> ofDocument =
                policies.evaluate(PolicySubject.create(manifest.json()).withUndetermined(Set.of(), examples));
        for (PolicyOutcome outcome : ofDocument) {
            verdicts.add(verdict(outcome, manifest, ""));
        }
        found.addAll(findings.of(
                ofDocument,
                (rule, at, message) ->
                        PolicyPlace.inDocument(manifest.json(), manifest.specPointer(), at, message).stream()
                                .map(pointer -> manifest.finding(rule, pointer, message))
                                .toList()));
        JobPod.of(manifest).ifPresent(pod -> judge(pod, manifest, found, verdicts));
        if (manifest.isArgo()) {
            judgePods(manifest, lookup, examples, found, verdicts);
        }
        return new Judgement(found, verdicts);
    }

    /** The pods of the workflow as it is, and of its other runs where parameters have an enum. */
    private void judgePods(
            Manifest manifest,
            Lookup lookup,
            Map<String, List<String>> examples,
            List<Finding> found,
            List<VerifyResult.PolicyVerdict> verdicts) {
        EnumRuns runs = EnumRuns.of(manifest);
        Exposures exposures = new Exposures(manifest, lookup, controller);
        OtherRuns others = new OtherRuns();
        for (EnumRuns.Try each : runs.tries()) {
            EffectivePods pods = EffectivePods.of(manifest, lookup, controller, each.run());
            List<Finding> ofRun = new ArrayList<>();
            for (EffectivePod pod : pods.pods()) {
                boolean isNew = runs.tries().size() > 1 && others.isNew(pod);
                if (each.words().isEmpty()) {
                    judge(pod, manifest, examples, exposures, ofRun, verdicts);
                } else if (isNew) {
                    judge(pod, manifest, examples, exposures, ofRun, new ArrayList<>());
                }
            }
            ofRun.addAll(pods.findings());
            found.addAll(others.added(ofRun, each.words()));
        }
        if (!runs.isComplete()) {
            found.add(manifest.finding(
                    PodRules.TRIES,
                    manifest.specPointer(),
                    "parameters with an enum make " + runs.all() + " combinations; "
                            + runs.tries().size() + " of them are tried"));
        }
    }

    private void judge(
            EffectivePod pod,
            Manifest manifest,
            Map<String, List<String>> examples,
            Exposures exposures,
            List<Finding> found,
            List<VerifyResult.PolicyVerdict> verdicts) {
        PolicySubject subject = PolicySubject.create(pod.pod())
                .withUndetermined(pod.undetermined().keySet(), examples);
        List<PolicyOutcome> outcomes = policies.evaluate(subject);
        for (PolicyOutcome outcome : outcomes) {
            verdicts.add(verdict(outcome, manifest, pod.call().template()));
        }
        found.addAll(findings.of(
                outcomes,
                (rule, at, message) -> PolicyPlace.inPod(pod.pod(), at, message, pod.sources()::containsKey).stream()
                        .map(pointer -> pod.finding(rule, pointer, message + exposures.of(pod, pointer, message)))
                        .toList()));
    }

    private void judge(JobPod pod, Manifest manifest, List<Finding> found, List<VerifyResult.PolicyVerdict> verdicts) {
        List<PolicyOutcome> outcomes = policies.evaluate(PolicySubject.create(pod.pod()));
        for (PolicyOutcome outcome : outcomes) {
            verdicts.add(verdict(outcome, manifest, manifest.name()));
        }
        found.addAll(findings.of(
                outcomes, (rule, at, message) -> PolicyPlace.inPod(pod.pod(), at, message, pointer -> true).stream()
                        .map(pointer -> manifest.finding(rule, pod.inDocument(pointer), message))
                        .toList()));
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
}
