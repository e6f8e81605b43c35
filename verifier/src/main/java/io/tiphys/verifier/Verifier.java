package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.kubernetes.KubernetesCheck;
import io.tiphys.verifier.lint.ManifestCheck;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Entry;
import io.tiphys.verifier.load.Inventory;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Source;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.waiver.AcceptedFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges manifests: schema, meaning, effective pods, policies. */
public final class Verifier {
    /** A finding with its texts takes less. */
    private static final int BYTES_OF_A_FINDING = 1024;

    /** Of processor time for one object; most take a thousandth of a second. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final VerifyRequest request;
    private final BuiltInPolicies builtIn;
    private final PolicyJudge judge;

    private Verifier(VerifyRequest request, BuiltInPolicies builtIn, PolicyJudge judge) {
        this.request = request;
        this.builtIn = builtIn;
        this.judge = judge;
    }

    /**
     * A verifier that has read the policies of a request.
     *
     * @param builtIn the policies that come with Tiphys
     * @throws VerifyException if there is no such profile, or files of policies cannot be read
     */
    public static Verifier of(VerifyRequest request, BuiltInPolicies builtIn) throws VerifyException {
        return new Verifier(request, builtIn, PolicyJudge.of(request, builtIn));
    }

    /**
     * Judges all sources of a request.
     *
     * @param builtIn the policies that come with Tiphys
     * @throws VerifyException if the request cannot be carried out; what is wrong with manifests and policies is in the result
     */
    public static VerifyResult verify(VerifyRequest request, BuiltInPolicies builtIn) throws VerifyException {
        return of(request, builtIn).run();
    }

    /**
     * Judges the sources as they are now.
     *
     * @throws VerifyException if a folder or file cannot be read, or an object takes too long
     */
    public VerifyResult run() throws VerifyException {
        try {
            return run(
                    Inventory.of(request.base(), request.sources(), request.context(), request.index()),
                    AcceptedFindings.of(request.acceptance(), request.base(), () -> judge.rules(builtIn)));
        } catch (IOException | UncheckedIOException e) {
            throw new VerifyException("The manifests cannot be read: " + e.getMessage(), e);
        }
    }

    /** Judges part after part, so that no more than one part and what is said of all is in memory. */
    private VerifyResult run(Inventory inventory, AcceptedFindings accepted) throws VerifyException {
        ManifestCheck check = new ManifestCheck(request.schema(), Registry.of(inventory));
        Lookup lookup = Lookup.in(inventory);
        UniqueObjects unique = new UniqueObjects(inventory.entries());
        judge.prepare(inventory.entries());

        Collected checked = new Collected();
        checked.addAll(inventory.findings());
        checked.addAll(judge.problems());
        Collected found = new Collected();
        Verdicts policies = new Verdicts();
        try (Workers workers = new Workers(LONGEST)) {
            for (List<Source> part : inventory.batches()) {
                List<Manifest> manifests = part.parallelStream()
                        .map(inventory::manifests)
                        .flatMap(List::stream)
                        .toList();
                List<OfManifest> results =
                        workers.all(manifests, Verifier::shown, manifest -> judge(manifest, check, lookup));
                for (int i = 0; i < results.size(); i++) {
                    unique.check(manifests.get(i)).ifPresent(checked::add);
                    accepted.add(manifests.get(i));
                    checked.addAll(results.get(i).checked());
                    found.addAll(results.get(i).judged().findings());
                    policies.addAll(results.get(i).judged().verdicts());
                }
                limit(checked.size() + found.size());
            }
        }
        return result(inventory, accepted.apply(Merged.of(checked.all(), found.all())), policies);
    }

    private static String shown(Manifest manifest) {
        return manifest.file() + ", document " + (manifest.document().index() + 1) + " (" + manifest.kind() + " \""
                + manifest.name() + "\"),";
    }

    /** Rather a clear word than an end of memory. */
    private static void limit(int findings) throws VerifyException {
        long most = Runtime.getRuntime().maxMemory() / BYTES_OF_A_FINDING;
        if (findings > most) {
            throw new VerifyException("There are more than " + most
                    + " findings, which is what fits into the memory of "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB. Verify fewer files at a time, or give Java more"
                    + " memory: MAVEN_OPTS=-Xmx2g");
        }
    }

    private VerifyResult result(Inventory inventory, List<Finding> sorted, List<VerifyResult.PolicyVerdict> policies) {
        Map<String, List<Finding>> blocking = sorted.stream()
                .filter(Finding::isBlocking)
                .collect(Collectors.groupingBy(finding -> finding.place().file()));
        List<VerifyResult.DocumentVerdict> documents = inventory.entries().stream()
                .filter(entry -> entry.source().judged())
                .map(entry ->
                        verdict(entry, blocking.getOrDefault(entry.source().file(), List.of())))
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

    private OfManifest judge(Manifest manifest, ManifestCheck check, Lookup lookup) {
        List<Finding> checked = check.check(manifest, KubernetesCheck.check(manifest));
        boolean undecodable = !manifest.isArgo() && !checked.isEmpty(); // policies would say nothing new
        return new OfManifest(checked, undecodable ? PolicyJudge.Judgement.NOTHING : judge.judge(manifest, lookup));
    }

    private static VerifyResult.DocumentVerdict verdict(Entry entry, List<Finding> blocking) {
        boolean blocked = blocking.stream().anyMatch(entry::concerns);
        VerifyResult.Verdict verdict = blocked
                ? VerifyResult.Verdict.INVALID
                : Kinds.isKnown(entry.apiVersion(), entry.kind())
                        ? VerifyResult.Verdict.VALID
                        : VerifyResult.Verdict.SKIPPED;
        return new VerifyResult.DocumentVerdict(
                entry.source().file(), entry.document(), entry.apiVersion(), entry.kind(), entry.name(), verdict);
    }
}
