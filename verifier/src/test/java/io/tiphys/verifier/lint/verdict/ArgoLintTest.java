package io.tiphys.verifier.lint.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.lint.Checks;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Objects at which {@code argo lint} surprises. Each file begins with {@code # passes: <why>}, or with {@code # refused
 * <pointer>: <why>}; the first object is judged.
 */
class ArgoLintTest {

    static Stream<Path> examples() throws IOException, URISyntaxException {
        Path folder = Path.of(ArgoLintTest.class.getResource(".").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("the walk ends where argo lint ends")
    void verdict(Path file) throws IOException {
        String text = Files.readString(file);
        String expected = text.lines().findFirst().orElseThrow();
        List<Manifest> manifests = new Loader()
                .parse(file.getFileName().toString(), text, true, SourceIndex.EMPTY)
                .manifests();
        Optional<Refusal> refusal = ArgoLint.verdict(Registry.of(manifests).spec(manifests.get(0)))
                .orElseThrow()
                .refusal();
        if (expected.startsWith("# passes: ")) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal.map(found -> found.at().toString()))
                    .as(refusal.toString())
                    .contains(expected.substring("# refused ".length(), expected.indexOf(": ")));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("the findings agree with it")
    void findings(Path file) throws IOException {
        String text = Files.readString(file);
        boolean claimed = Checks.of(text).stream()
                .filter(finding -> finding.place().document() == 0)
                .map(Finding::refusedBy)
                .anyMatch(programs -> programs.contains(RealProgram.ARGO_LINT));
        assertThat(claimed).isEqualTo(text.startsWith("# refused "));
    }

    @Test
    @DisplayName("calls inside calls without end are no matter for it, and no error")
    void deep() {
        StringBuilder text = new StringBuilder("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata:
                  name: deep
                spec:
                  entrypoint: t0
                  templates:
                """);
        for (int i = 0; i < 3000; i++) {
            text.append("  - name: t%d\n    steps: [[{name: a, template: t%d}]]\n".formatted(i, i + 1));
        }
        text.append("  - name: t3000\n    container: {image: 'alpine:3.20'}\n");
        assertThat(Checks.of(text.toString()))
                .extracting(Finding::refusedBy)
                .doesNotContain(List.of(RealProgram.ARGO_LINT));
    }
}
