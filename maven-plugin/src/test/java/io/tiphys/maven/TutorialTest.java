package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The YAML of the ptychography tutorial as it was published, each piece made a whole object where it is only a part: verify
 * finds its mistakes. docs/ptychography-tutorial.md explains them.
 */
class TutorialTest {
    private static VerifyResult result;

    @BeforeAll
    static void verify() throws Exception {
        Path folder = Path.of(TutorialTest.class
                        .getResource("/tutorial/1-structure.yaml")
                        .toURI())
                .getParent();
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                "diamond",
                List.of(),
                Optional.empty(),
                false);
        result = Verifier.verify(request, new BuiltInPolicies(TutorialTest.class.getClassLoader()));
    }

    private static List<String> errors(String file) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.place().file().equals(file))
                .map(finding -> finding.place().line() + " " + finding.rule())
                .toList();
    }

    @Test
    void theFirstStructureLacksEverythingThatTheClusterAsksFor() {
        assertThat(errors("1-structure.yaml")).containsExactly("3 META-01", "8 RES-02", "8 SEC-01", "8 SEC-07");
    }

    @Test
    void twoArgumentsInOneListItemAreNoYaml() {
        assertThat(errors("2-parameters.yaml")).containsExactly("26 LOAD-01");
    }

    @Test
    void theMountStandsInAContainerWithoutImage() {
        assertThat(errors("3-mount.yaml"))
                .containsExactly("3 META-01", "15 RES-02", "15 SEC-01", "15 SEC-07", "16 IMG-05");
    }

    @Test
    void aNumberIsNoTextForTheFullCrds() {
        for (String file : List.of("4-cpu.yaml", "5-gpu.yaml")) {
            assertThat(errors(file)).contains("12 SCHEMA-02");
        }
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("SCHEMA-02"))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.refusedBy()).containsExactly(RealProgram.API_SERVER));
    }

    @Test
    void theSpecOfTheClaimStandsInItsMetadata() {
        assertThat(errors("6-tmp.yaml"))
                .containsSubsequence("11 SCHEMA-01", "12 SCHEMA-01", "15 SCHEMA-01")
                .contains("18 IMG-05");
    }

    @Test
    void theWholeExamplesRunAsRootAndHaveANumberForAText() {
        assertThat(errors("7-cpu-example.yaml")).containsExactly("3 META-01", "24 SEC-01", "32 SCHEMA-02");
        assertThat(errors("8-gpu-example.yaml")).containsExactly("3 META-01", "24 SEC-01", "32 SCHEMA-02");
    }

    @Test
    void everyErrorSaysWhatMendsIt() {
        assertThat(result.findings()).extracting(Finding::remedy).noneMatch(String::isBlank);
    }
}
