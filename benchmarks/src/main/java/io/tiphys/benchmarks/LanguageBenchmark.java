package io.tiphys.benchmarks;

import io.tiphys.model.object.Rendering;
import io.tiphys.model.yaml.YamlWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The authoring language: so many template classes of the mixed kind defined, checked and written as YAML with their lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LanguageBenchmark {
    /** Manifests made in one operation. */
    @Param({"1000"})
    public int templates;

    /** Definition, checks and rendering. */
    @Benchmark
    public void defineAndRender(Blackhole blackhole) {
        for (int number = 0; number < templates; number++) {
            io.tiphys.generator.dsl.Manifest manifest = MixedTemplates.define(number);
            Rendering.Rendered rendered = manifest.render();
            blackhole.consume(manifest.findings());
            blackhole.consume(rendered.lines());
            blackhole.consume(YamlWriter.write(rendered.json()));
        }
    }
}
