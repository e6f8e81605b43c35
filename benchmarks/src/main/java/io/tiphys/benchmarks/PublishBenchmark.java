package io.tiphys.benchmarks;

import io.tiphys.publisher.Provenance;
import io.tiphys.publisher.PublishException;
import io.tiphys.publisher.PublishRequest;
import io.tiphys.publisher.PublishResult;
import io.tiphys.publisher.Publisher;
import io.tiphys.publisher.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One file of many changed and published to a local bare repository. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PublishBenchmark {
    private static final int PER_FOLDER = 100;
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    /** Manifests that the repository holds. */
    @Param({"100", "1000"})
    public int files;

    private Path temporary = Path.of("");
    private int change;

    /** Publishes all files once. */
    @Setup(Level.Trial)
    public void fill() throws IOException, PublishException {
        temporary = Files.createTempDirectory("tiphys-benchmark");
        String yaml = Samples.yaml(5);
        for (int i = 0; i < files; i++) {
            Path file = manifests().resolve("folder-" + i / PER_FOLDER).resolve("sample-" + i + ".yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
        }
        publish();
    }

    /** Removes them. */
    @TearDown(Level.Trial)
    public void clean() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** Changes and publishes one. */
    @Benchmark
    public PublishResult oneFile() throws IOException, PublishException {
        Files.writeString(manifests().resolve("folder-0").resolve("sample-0.yaml"), "change: " + change++ + "\n");
        return publish();
    }

    private Path manifests() {
        return temporary.resolve("manifests");
    }

    private PublishResult publish() throws PublishException {
        Target target = new Target(temporary.resolve("area.git").toString(), true, "main", "templates");
        return Publisher.publish(PublishRequest.of(
                manifests(), "org.example:benchmark", target, Provenance.of(Optional.empty(), Optional.empty(), TIME)));
    }
}
