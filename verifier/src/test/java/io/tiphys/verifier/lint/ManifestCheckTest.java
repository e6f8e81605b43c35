package io.tiphys.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.schema.CrdProfile;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestCheckTest {
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata:
              name: example
            spec:
            """;
    private static final String MOUNT = """
              templates:
              - name: main
                container:
                  image: alpine:3.20
                  volumeMounts:
                  - name: data
                    mountPath: /data
            """;

    @Test
    void whatTypesAndMeaningBothRefuseIsSaidOnce() {
        String text = HEAD + "  entrypoint: main\n  templates:\n  - name: main\n    dag:\n      tasks: []\n";
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("DAG-06");
            assertThat(finding.refusedBy()).containsExactly(RealProgram.ARGO_LINT, RealProgram.API_SERVER);
        });
        assertThat(Checks.of(text, new SchemaSettings("4.1", CrdProfile.MINIMAL, "1.35")))
                .singleElement()
                .extracting(Finding::refusedBy)
                .isEqualTo(List.of(RealProgram.ARGO_LINT));
    }

    @Test
    void allIsReportedAtOnceInTheOrderOfTheFile() {
        String text = HEAD + """
                  entrypoint: mian
                  templates:
                  - name: main
                    container:
                      image: alpine
                      args: ["{{inputs.parameters.x}}"]
                """;
        assertThat(Checks.of(text)).extracting(Finding::rule).containsExactly("REF-02", "IMG-02", "VAR-01");
        assertThat(Checks.of(text))
                .extracting(finding -> finding.place().line())
                .containsExactly(6, 10, 11);
    }

    @Test
    void aMissingVolumeIsAnErrorWhereTheTemplateRunsAndAWarningWhereCallersMayBringIt() {
        assertThat(Checks.of(HEAD + "  entrypoint: main\n" + MOUNT))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.refusedBy()).containsExactly(RealProgram.CONTROLLER);
                });
        assertThat(Checks.of(HEAD + MOUNT)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.refusedBy()).isEmpty();
        });
    }

    @Test
    void openBracesAreRefusedByLintOnlyIfNothingBehindThemClosesThem() {
        String text = HEAD + """
                  templates:
                  - name: main
                    container:
                      image: alpine:3.20
                      command: ["echo{{"]
                """;
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("VAR-03");
            assertThat(finding.refusedBy())
                    .as("closed by those of the empty resources")
                    .containsExactly(RealProgram.CONTROLLER);
        });
        assertThat(Checks.of(text
                        + "      workingDir: /data\n    sidecars: [{name: s, image: 'alpine:3.20', stdin: true}]\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.refusedBy()).containsExactly(RealProgram.CONTROLLER));
        assertThat(Checks.of(text + "      imagePullPolicy: Always\n    priorityClassName: low\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.refusedBy()).containsExactly(RealProgram.ARGO_LINT));
    }

    @Test
    void expressionsOverKnownValuesAreNames() {
        String text = HEAD + """
                  arguments: {parameters: [{name: number, value: "2"}]}
                  templates:
                  - name: main
                    dag:
                      tasks:
                      - {name: a, template: "{{='step-' + workflow.parameters.number}}"}
                  - name: step-%s
                    suspend: {}
                """;
        assertThat(Checks.of(text.formatted("2"))).isEmpty();
        assertThat(Checks.of(text.formatted("3"))).extracting(Finding::rule).containsExactly("REF-04");
    }

    @Test
    void aFieldWithASlipIsNotMissingToo() {
        String text = HEAD + """
                  templates:
                  - nmae: main
                    container: {image: "alpine:3.20"}
                """;
        assertThat(Checks.of(text)).extracting(Finding::rule).containsExactly("SCHEMA-01");
    }

    @Test
    void anObjectWithoutSpecHasOneFault() {
        String text = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: example}\n";
        assertThat(Checks.of(text)).singleElement().satisfies(finding -> assertThat(finding.refusedBy())
                .containsExactly(RealProgram.ARGO_LINT, RealProgram.API_SERVER));
    }

    @Test
    void anUnknownVariableSaysWhatIsNotThere() {
        String text = HEAD + """
                  templates:
                  - name: main
                    inputs: {parameters: [{name: first}]}
                    dag:
                      tasks:
                      - name: one
                        template: leaf
                        arguments: {parameters: [{name: x, value: "%s"}]}
                  - name: leaf
                    inputs: {parameters: [{name: x}]}
                    suspend: {}
                """;
        Map.of(
                        "inputs.parameters.second", "the template has no input parameter \"second\"",
                        "inputs.artifacts.data.path", "the template has no input artifact \"data\"",
                        "tasks.two.outputs.result", "there is no task \"two\" in this dag",
                        "tasks.one.outputs.parameters.y", "the task \"one\" has no output parameter \"y\"",
                        "tasks.one.outputs.result", "the task \"one\" has no output result",
                        "item.key", "there is no loop here",
                        "pod.name", "only templates that make a pod have pod.name",
                        "workflow.failures", "only what runs at the end of a workflow knows its failures",
                        "workflow.colour", "the workflow has no such value")
                .forEach((name, reason) -> assertThat(Checks.of(text.formatted("{{" + name + "}}")))
                        .as(name)
                        .filteredOn(finding -> finding.rule().equals("VAR-01"))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.message()).contains(": " + reason)));
    }

    @Test
    void bracesOfOtherProgramsAreLeftAlone() {
        String text = HEAD + """
                  templates:
                  - name: main
                    inputs:
                      parameters:
                      - name: message
                    script:
                      image: python:3.12
                      command: [python]
                      source: |
                        print("{{ name }} {{ .Values.x }} {{#each items}} {{person.step}} {{range .Items}}")
                        print('''{{inputs.parameters}}''', "{{inputs.parameters.message}}", "{{workflow.parameters.any}}")
                """;
        assertThat(Checks.of(text)).isEmpty();
    }
}
