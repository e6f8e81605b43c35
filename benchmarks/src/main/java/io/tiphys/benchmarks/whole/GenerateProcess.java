package io.tiphys.benchmarks.whole;

import io.tiphys.generator.GenerateRequest;
import io.tiphys.generator.GenerateResult;
import io.tiphys.generator.Generator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Seconds from the start of a new JVM to its end in which so many template classes become files.
 *
 * <p>Arguments: numbers of templates. The classes are made and compiled before the clock starts.
 */
public final class GenerateProcess {
    private static final int RUNS = 3;

    private GenerateProcess() {}

    /** Measures, or, called by itself, generates. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("generate")) {
            generate(Path.of(arguments[1]));
            return;
        }
        System.out.println("templates  seconds (" + RUNS + " runs)");
        for (String count : arguments) {
            measure(Integer.parseInt(count));
        }
    }

    private static void measure(int templates) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tiphys-benchmark");
        TemplateProject.make(folder, templates);
        List<String> seconds = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            GenerateProcess.class.getName(),
                            "generate",
                            folder.resolve("run" + run).toString())
                    .inheritIO()
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the process failed");
            }
            double taken = (System.nanoTime() - start) / 1e9;
            seconds.add(String.format(Locale.ROOT, "%6.2f", taken));
        }
        System.out.printf(Locale.ROOT, "%9d %s%n", templates, String.join(" ", seconds));
    }

    private static void generate(Path run) throws Exception {
        Path folder = run.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no folder: " + run);
        }
        List<Path> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        GenerateResult result = Generator.generate(new GenerateRequest(
                folder,
                folder.resolve("classes"),
                libraries,
                List.of(folder.resolve("src")),
                run.resolve("manifests"),
                run.resolve("index.json"),
                ""));
        if (!result.findings().isEmpty()) {
            throw new IllegalStateException(result.findings().toString());
        }
    }
}
