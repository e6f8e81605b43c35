package io.tiphys.benchmarks;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.lint.Linter;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaCheck;
import io.tiphys.verifier.schema.SchemaSettings;
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

/** YAML text to findings, step by step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadBenchmark {
    private static final int TEMPLATES = 5;

    private final String yaml = Samples.yaml(TEMPLATES);

    /** Reading alone. */
    @Benchmark
    public Loaded load() {
        return new Loader().parse("sample.yaml", yaml, true, SourceIndex.EMPTY);
    }

    /** Reading and types. */
    @Benchmark
    public List<Finding> schema() {
        return new SchemaCheck(SchemaSettings.DEFAULT).check(manifest());
    }

    /** Reading and meaning. */
    @Benchmark
    public List<Finding> lint() {
        Manifest manifest = manifest();
        return new Linter(SchemaSettings.DEFAULT, Registry.of(List.of(manifest))).check(manifest);
    }

    private Manifest manifest() {
        return load().manifests().get(0);
    }
}
