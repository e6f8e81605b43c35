package io.tiphys.benchmarks.whole;

import io.tiphys.benchmarks.MixedTemplates;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.lint.ManifestCheck;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.report.JsonReport;
import io.tiphys.verifier.schema.SchemaCheck;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Seconds from the start of a new JVM to its end in which so many manifests are judged.
 *
 * <p>Arguments: numbers of files. The files are made before the clock starts: one template of the mixed kind in each.
 */
public final class VerifyProcess {
    private static final int RUNS = 3;

    /** How far a run goes. */
    private enum Level {
        /** Files read, types checked. */
        SCHEMA,
        /** The meaning too: what {@code argo lint} does, and what the API server checks. */
        LINT,
        /** Pods and the baseline policies too, and the report for programs written. */
        VERIFY,
        /** The same in a JVM with a heap of 256 MiB. */
        SMALL
    }

    private VerifyProcess() {}

    /** Measures, or, called by itself, judges. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("judge")) {
            judge(Level.valueOf(arguments[1]), Path.of(arguments[2]));
            Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            System.out.printf(Locale.ROOT, " (%.2f)", used.toMillis() / 1e3);
            return;
        }
        System.out.println("files  level   seconds, and those of all processors together, of " + RUNS + " runs");
        for (String count : arguments) {
            Path folder = files(Integer.parseInt(count));
            for (Level level : Level.values()) {
                measure(folder, count, level);
            }
        }
    }

    private static Path files(int count) throws IOException {
        Path folder = Files.createTempDirectory("tiphys-benchmark");
        for (int number = 0; number < count; number++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "t%05d.yaml", number)),
                    YamlWriter.write(MixedTemplates.define(number).render().json()));
        }
        return folder;
    }

    private static void measure(Path folder, String count, Level level) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%5s  %-6s", count, level);
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            level == Level.SMALL ? "-Xmx256m" : "-Xshare:auto",
                            VerifyProcess.class.getName(),
                            "judge",
                            level.name(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            double taken = (System.nanoTime() - start) / 1e9;
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the process failed");
            }
            String used = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.printf(Locale.ROOT, "  %6.2f%s", taken, used);
        }
        System.out.println();
    }

    private static void judge(Level level, Path folder) throws Exception {
        if (level == Level.VERIFY || level == Level.SMALL) {
            VerifyResult result =
                    Verifier.verify(request(folder), new BuiltInPolicies(VerifyProcess.class.getClassLoader()));
            try (Writer report = Files.newBufferedWriter(folder.resolve("report.out"))) {
                JsonReport.write(result, report);
            }
            return;
        }
        Loaded loaded = new Loader().load(folder, List.of(folder), true, SourceIndex.EMPTY);
        if (level == Level.SCHEMA) {
            SchemaCheck check = new SchemaCheck(SchemaSettings.DEFAULT);
            loaded.manifests().parallelStream().forEach(check::check);
        } else {
            ManifestCheck check = new ManifestCheck(SchemaSettings.DEFAULT, Registry.of(loaded.manifests()));
            loaded.manifests().parallelStream().forEach(check::check);
        }
    }

    private static VerifyRequest request(Path folder) {
        return new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(),
                Optional.empty(),
                false);
    }
}
