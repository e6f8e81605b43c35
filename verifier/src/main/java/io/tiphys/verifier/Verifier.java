package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.kubernetes.KubernetesCheck;
import io.tiphys.verifier.lint.ManifestCheck;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.waiver.AcceptedFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges manifests: schema, meaning, effective pods, policies. */
public final class Verifier {
    private final VerifyRequest request;
    private final BuiltInPolicies builtIn;

    private Verifier(VerifyRequest request, BuiltInPolicies builtIn) {
        this.request = request;
        this.builtIn = builtIn;
    }

    /**
     * Judges all sources of a request.
     *
     * @param builtIn the policies that come with Tiphys
     * @throws VerifyException if the request cannot be carried out; what is wrong with manifests and policies is in the result
     */
    public static VerifyResult verify(VerifyRequest request, BuiltInPolicies builtIn) throws VerifyException {
        return new Verifier(request, builtIn).run();
    }

    private VerifyResult run() throws VerifyException {
        PolicyJudge judge = PolicyJudge.of(request, builtIn);
        Loaded judged = load(request.sources(), true);
        Loaded all = judged.plus(load(request.context(), false));
        Registry registry = Registry.of(all.manifests());
        ManifestCheck check = new ManifestCheck(request.schema(), registry);

        Lookup lookup = Lookup.of(all.manifests());
        judge.prepare(judged.manifests());

        List<Finding> checked = new ArrayList<>(all.findings());
        checked.addAll(judge.problems());
        checked.addAll(UniqueObjects.check(judged.manifests()));
        List<Finding> found = new ArrayList<>();
        List<VerifyResult.PolicyVerdict> policies = new ArrayList<>();
        List<OfManifest> results = judged.manifests().parallelStream()
                .map(manifest -> judge(manifest, check, judge, lookup))
                .toList();
        for (OfManifest result : results) {
            checked.addAll(result.checked());
            found.addAll(result.judged().findings());
            policies.addAll(result.judged().verdicts());
        }
        List<Finding> sorted = AcceptedFindings.of(
                        request.acceptance(), request.base(), judged.manifests(), () -> judge.rules(builtIn))
                .apply(Merged.of(checked, found));
        Map<String, List<Finding>> blocking = sorted.stream()
                .filter(Finding::isBlocking)
                .collect(Collectors.groupingBy(finding -> finding.place().file()));
        List<VerifyResult.DocumentVerdict> documents = judged.manifests().stream()
                .map(manifest -> verdict(manifest, blocking.getOrDefault(manifest.file(), List.of())))
                .toList();
        return new VerifyResult(
                new VerifyResult.Settings(
                        request.schema().argoVersion(),
                        request.schema().kubernetesVersion(),
                        request.schema().crds().label(),
                        request.profile()),
                documents,
                sorted,
                policies);
    }

    /** What is said of one object; each is looked at on its own, so that many are looked at together. */
    private record OfManifest(List<Finding> checked, PolicyJudge.Judgement judged) {}

    private static OfManifest judge(Manifest manifest, ManifestCheck check, PolicyJudge judge, Lookup lookup) {
        List<Finding> checked = check.check(manifest, KubernetesCheck.check(manifest));
        boolean undecodable = !manifest.isArgo() && !checked.isEmpty(); // policies would say nothing new
        return new OfManifest(checked, undecodable ? PolicyJudge.Judgement.NOTHING : judge.judge(manifest, lookup));
    }

    private Loaded load(List<Path> sources, boolean judged) throws VerifyException {
        try {
            return new Loader().load(request.base(), sources, judged, judged ? request.index() : SourceIndex.EMPTY);
        } catch (IOException e) {
            throw new VerifyException("A folder of manifests cannot be read: " + e.getMessage(), e);
        }
    }

    private static VerifyResult.DocumentVerdict verdict(Manifest manifest, List<Finding> blocking) {
        boolean blocked = blocking.stream().anyMatch(manifest::concerns);
        VerifyResult.Verdict verdict = blocked
                ? VerifyResult.Verdict.INVALID
                : Kinds.isKnown(manifest) ? VerifyResult.Verdict.VALID : VerifyResult.Verdict.SKIPPED;
        return new VerifyResult.DocumentVerdict(
                manifest.file(),
                manifest.document().index(),
                manifest.apiVersion(),
                manifest.kind(),
                manifest.name(),
                verdict);
    }
}
