package io.tiphys.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.lint.Checks;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata:
              name: example
            spec:
              entrypoint: main
            """;

    @Test
    void numbersAsTextAreRefusedByTheFullDefinitionsOnly() {
        String text = HEAD + """
                  arguments:
                    parameters:
                    - name: num
                      value: 1
                  templates:
                  - name: main
                    suspend: {}
                """;
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("SCHEMA-02");
            assertThat(finding.place().line()).isEqualTo(10);
            assertThat(finding.message()).isEqualTo("expected text, found the number 1");
            assertThat(finding.refusedBy()).containsExactly(RealProgram.API_SERVER);
        });
        assertThat(Checks.of(text, new SchemaSettings("4.1", CrdProfile.MINIMAL, "1.35")))
                .isEmpty();
    }

    @Test
    void unknownFieldsAreRefusedByAllWithTheNearestName() {
        String text = HEAD + """
                  templates:
                  - name: main
                    contianer:
                      image: alpine:3.20
                    suspend: {}
                """;
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> {
            assertThat(finding.place().pointer()).isEqualTo("/spec/templates/0/contianer");
            assertThat(finding.remedy()).isEqualTo("Write container instead of contianer.");
            assertThat(finding.refusedBy()).containsExactly(RealProgram.ARGO_LINT, RealProgram.API_SERVER);
        });
    }

    @Test
    void nullIsAbsent() {
        String text = HEAD + """
                  onExit: null
                  templates:
                  - name: main
                    inputs: ~
                    suspend: {}
                """;
        assertThat(Checks.of(text)).isEmpty();
    }

    @Test
    void fieldsBelongToVersions() {
        String text = HEAD + """
                  templates:
                  - name: main
                    pendingTimeout: 5m
                    container:
                      image: alpine:3.20
                """;
        assertThat(Checks.of(text)).isEmpty();
        List<Finding> old = Checks.of(text, new SchemaSettings("3.6", CrdProfile.MINIMAL, "1.35"));
        assertThat(old).extracting(Finding::rule).containsExactly("SCHEMA-07");
        assertThat(old.get(0).message()).contains("it came with 4.1");
    }

    @Test
    void nativeKindsAreJudgedByTheirTypes() {
        String text = """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: example
                data:
                  port: 80
                """;
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> {
            assertThat(finding.place().line()).isEqualTo(6);
            assertThat(finding.refusedBy()).containsExactly(RealProgram.API_SERVER);
        });
    }

    @Test
    void wordsThatYamlReadsAsBooleansAreNamed() {
        String text = HEAD + """
                  templates:
                  - name: main
                    inputs:
                      parameters:
                      - name: n
                        default: x
                    suspend: {}
                """;
        assertThat(Checks.of(text))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("expected text, found n, which YAML reads as the boolean false");
    }

    @Test
    void wholeNumbersStayInRange() {
        String text = HEAD + """
                  parallelism: 99999999999999999999
                  templates:
                  - name: main
                    suspend: {}
                """;
        assertThat(Checks.of(text)).extracting(Finding::rule).containsExactly("SCHEMA-05");
    }
}
