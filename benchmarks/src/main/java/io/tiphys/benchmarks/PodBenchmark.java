package io.tiphys.benchmarks;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
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

/** The pods that the controller would make of a manifest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PodBenchmark {
    private static final int TEMPLATES = 5;

    private final Manifest manifest = new Loader()
            .parse("sample.yaml", Samples.yaml(TEMPLATES), true, SourceIndex.EMPTY)
            .manifests()
            .get(0);

    /** All of them. */
    @Benchmark
    public List<EffectivePod> pods() {
        return EffectivePods.of(manifest, Lookup.of(List.of(manifest)), ControllerConfig.DEFAULT)
                .pods();
    }
}
