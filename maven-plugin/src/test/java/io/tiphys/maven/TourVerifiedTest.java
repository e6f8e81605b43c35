package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.GenerateRequest;
import io.tiphys.generator.GenerateResult;
import io.tiphys.generator.Generator;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the tour in docs/language.md, generated and verified as the plugin does it: no real program refuses one. */
class TourVerifiedTest {
    private static final Path TOUR = Path.of("../generator/src/test/java/io/tiphys/generator/tour");

    /** What the tour refers to and nobody here defines. */
    private static final String ELSEWHERE = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata:
              name: facility-tools
            spec:
              templates:
              - name: archive
                inputs:
                  parameters:
                  - name: scan
                container:
                  image: registry.example.org/archive:1.0
                  args:
                  - "{{inputs.parameters.scan}}"
            """;

    @TempDir
    Path folder;

    @Test
    void noRealProgramRefusesAManifestOfTheTour() throws Exception {
        compile();
        GenerateResult generated = Generator.generate(new GenerateRequest(
                folder,
                folder.resolve("classes"),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                List.of(),
                folder.resolve("manifests"),
                folder.resolve("index.json"),
                ""));
        assertThat(generated.findings()).isEmpty();
        assertThat(generated.files()).hasSizeGreaterThanOrEqualTo(4);
        Files.writeString(folder.resolve("facility-tools.yaml"), ELSEWHERE);
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder.resolve("manifests")),
                List.of(folder.resolve("facility-tools.yaml")),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(),
                Optional.empty(),
                false);
        assertThat(Verifier.verify(request, new BuiltInPolicies(TourVerifiedTest.class.getClassLoader()))
                        .findings())
                .filteredOn(finding -> !finding.refusedBy().isEmpty())
                .extracting(Finding::rule, Finding::message, finding -> finding.place()
                        .pointer())
                .isEmpty();
    }

    private void compile() throws Exception {
        Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.list(TOUR);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> sources = files.filter(
                            file -> !file.getFileName().toString().matches("TourTest.java|package-info.java"))
                    .sorted()
                    .toList();
            List<String> options =
                    List.of("-g", "-proc:none", "-d", folder.resolve("classes").toString());
            assertThat(compiler.getTask(
                                    null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .isTrue();
        }
    }
}
