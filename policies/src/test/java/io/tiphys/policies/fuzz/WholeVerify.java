package io.tiphys.policies.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyException;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.report.JsonReport;
import io.tiphys.verifier.report.TextReport;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that {@code verify} does with a file, policies and reports included, and what must hold whatever the file says. */
final class WholeVerify {
    /** By the clock, on a machine that may have much else to do; nearly all take some milliseconds. See also {@link Verifier#run}. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int LONGEST_REPORT = 50_000_000;

    private final Path folder;
    private final Verifier verifier;

    WholeVerify(Path folder) {
        this.folder = folder;
        try {
            this.verifier = Verifier.of(
                    new VerifyRequest(
                            folder,
                            List.of(folder),
                            List.of(),
                            SourceIndex.EMPTY,
                            SchemaSettings.DEFAULT,
                            "baseline",
                            List.of(),
                            Optional.empty(),
                            false),
                    new BuiltInPolicies(WholeVerify.class.getClassLoader()));
        } catch (VerifyException e) {
            throw new IllegalStateException(e);
        }
    }

    void judge(byte[] content) {
        long start = System.nanoTime();
        try {
            Files.write(folder.resolve("a.yaml"), content);
            VerifyResult result = verifier.run();
            assertThat(result.findings()).allSatisfy(finding -> {
                assertThat(finding.rule()).isNotEmpty();
                assertThat(finding.message()).isNotEmpty();
            });
            assertThat(JsonReport.write(result)).hasSizeLessThan(LONGEST_REPORT);
            TextReport text = new TextReport(folder);
            for (Finding finding : result.findings()) {
                assertThat(text.lines(finding)).isNotEmpty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (VerifyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }
}
