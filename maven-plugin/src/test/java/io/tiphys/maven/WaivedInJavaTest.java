package io.tiphys.maven;

import static io.tiphys.generator.dsl.Dsl.container;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import io.tiphys.verifier.waiver.Acceptance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A waiver that an author writes in Java, from the word to the findings that it accepts, and to what is said of it. */
class WaivedInJavaTest {
    private final ContainerTemplate run =
            container("run").image("registry.example.org/run:1").cpus(1).memory("1Gi");

    @TempDir
    Path folder;

    private List<Finding> verify(Manifest manifest, String today) throws Exception {
        assertThat(manifest.findings()).isEmpty();
        Rendering.Rendered rendered = manifest.render();
        Files.writeString(folder.resolve("sample.yaml"), YamlWriter.write(rendered.json()));
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                new SourceIndex(Map.of("sample.yaml", rendered.lines())),
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(),
                Optional.empty(),
                false,
                Acceptance.none(LocalDate.parse(today)));
        return Verifier.verify(request, new BuiltInPolicies(WaivedInJavaTest.class.getClassLoader()))
                .findings();
    }

    private static List<String> of(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding ->
                        finding.place().container() + " " + finding.waiver().isPresent())
                .toList();
    }

    private static Manifest of(ContainerTemplate template) {
        return Site.defaults().workflow("w-").entrypoint(template);
    }

    @Test
    void aTemplateWaivesForItsPod() throws Exception {
        Manifest manifest = of(run.sidecar(run.named("cache")).waive("SEC-06", "old tool", "ann", "2027-01-31"));
        assertThat(of(verify(manifest, "2027-01-31"), "SEC-06")).containsExactly("main true", "cache true");
    }

    @Test
    void aContainerBesideWaivesForItself() throws Exception {
        Manifest manifest = of(run.sidecar(run.named("cache").waive("SEC-06", "old tool", "ann", "2027-01-31")));
        assertThat(of(verify(manifest, "2027-01-31"), "SEC-06")).containsExactlyInAnyOrder("main false", "cache true");
    }

    @Test
    void aManifestWaivesForAll() throws Exception {
        Manifest manifest = Site.defaults()
                .workflow("w-")
                .waive("LIFE-01", "kept", "ann", "2027-01-31")
                .entrypoint(run);
        assertThat(of(verify(manifest, "2027-01-31"), "LIFE-01")).containsExactly(" true");
    }

    @Test
    void itsEndIsToldAtItsJavaLine() throws Exception {
        Manifest manifest = of(run.waive("SEC-06", "old tool", "ann", "2027-01-31"));
        List<Finding> findings = verify(manifest, "2027-02-01");
        assertThat(of(findings, "SEC-06")).containsExactly("main false");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("WAIV-02");
            assertThat(finding.message()).contains("expired on 2027-01-31", "ann");
            assertThat(finding.java()).map(JavaLine::className).contains(WaivedInJavaTest.class.getName());
        });
    }

    @Test
    void oneWithoutUseIsToldAtItsJavaLine() throws Exception {
        List<Finding> findings =
                verify(of(run.readOnlyRoot().waive("SEC-06", "old", "ann", "2027-01-31")), "2027-01-01");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("WAIV-03");
            assertThat(finding.java()).isPresent();
        });
    }
}
