package io.tiphys.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs; the figures mean nothing. */
final class SmokeTest {

    @Test
    @EnabledIfSystemProperty(
            named = "tiphys.benchmarks.smoke",
            matches = "true",
            disabledReason = "takes seconds: run the benchmarks once with -Dtiphys.benchmarks.smoke=true")
    void eachBenchmarkRuns() throws Exception {
        assertThat(new Runner(new OptionsBuilder()
                                .include("io.tiphys.benchmarks")
                                .forks(0)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .measurementTime(TimeValue.milliseconds(10))
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                        .run())
                .hasSize(11);
    }
}
