package io.tiphys.benchmarks;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySubject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The baseline profile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {
    private static final String PROFILE = "baseline";

    private final BuiltInPolicies builtIn = new BuiltInPolicies(PolicyBenchmark.class.getClassLoader());
    private final PolicySet policies = set();
    private final PolicySubject pod = pod();

    private PolicySet set() {
        return PolicySet.of(builtIn.documents(PROFILE).orElseThrow(), KubernetesVersion.NEWEST);
    }

    private static PolicySubject pod() {
        Manifest manifest = new Loader()
                .parse("sample.yaml", Samples.yaml(1), true, SourceIndex.EMPTY)
                .manifests()
                .get(0);
        return PolicySubject.create(EffectivePods.of(manifest, Lookup.of(List.of(manifest)), ControllerConfig.DEFAULT)
                .pods()
                .get(0)
                .pod());
    }

    /** Reading and compiling all policies. */
    @Benchmark
    public List<Finding> compile() {
        return set().check();
    }

    /** Judging one pod. */
    @Benchmark
    public List<PolicyOutcome> evaluate() {
        return policies.evaluate(pod);
    }
}
