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
import io.tiphys.verifier.report.JsonReport;
import io.tiphys.verifier.schema.SchemaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade of the verifier with the built-in policies: where findings stand, and what is said once. */
class VerifierTest {
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata:
              name: sample
            spec:
              entrypoint: run
              securityContext:
                runAsNonRoot: true
              templates:
              - name: run
            """;

    private static final String DIAMOND = """
              labels:
                workflows.diamond.ac.uk/science-group-imaging: "true"
              annotations:
                workflows.argoproj.io/title: Sample
                workflows.argoproj.io/description: A sample
                workflows.diamond.ac.uk/repository: https://github.com/DiamondLightSource/imaging-workflows
                workflows.diamond.ac.uk/type: test
            """;

    @TempDir
    Path folder;

    private VerifyResult verify(String profile, boolean strict, String yaml) throws Exception {
        Files.writeString(folder.resolve("sample.yaml"), yaml);
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                profile,
                List.of(),
                Optional.empty(),
                strict);
        return Verifier.verify(request, new BuiltInPolicies(VerifierTest.class.getClassLoader()));
    }

    private static Finding only(VerifyResult result, String rule) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as(result.findings().toString()).hasSize(1);
        return found.get(0);
    }

    @Test
    void aFindingOnAPodStandsAtTheLineInsideThePatch() throws Exception {
        Finding finding = only(verify("baseline", false, HEAD + """
                                    tolerations:
                                    - key: nvidia.com/gpu
                                      operator: Exists
                                    container:
                                      image: busybox:1.37
                                    podSpecPatch: |
                                      containers:
                                      - name: main
                                        resources:
                                          requests:
                                            cpu: 1
                                            memory: 1Gi
                                            nvidia.com/gpu: 1
                                          limits:
                                            cpu: 1
                                            memory: 1Gi
                                            nvidia.com/gpu: 2
                                """), "GPU-02");
        assertThat(Files.readAllLines(folder.resolve("sample.yaml"))
                        .get(finding.place().line() - 1))
                .contains("nvidia.com/gpu: 2");
        assertThat(finding.place().column()).isEqualTo(13);
        assertThat(finding.place().template()).isEqualTo("run");
        assertThat(finding.place().container()).isEqualTo("main");
    }

    @Test
    void whatOneRemedyMendsIsOneError() throws Exception {
        VerifyResult result = verify("baseline", false, HEAD + "    container:\n      image: busybox:1.37\n");
        assertThat(only(result, "RES-02").severity()).isEqualTo(Severity.ERROR);
        assertThat(only(result, "RES-01").severity()).isEqualTo(Severity.INFO);
        assertThat(result.policies())
                .filteredOn(verdict -> verdict.policy().startsWith("res-01"))
                .extracting(VerifyResult.PolicyVerdict::outcome)
                .containsExactly("denied");
    }

    @Test
    void whatCannotBeDecidedIsANoteAndAnErrorUnderStrict() throws Exception {
        String yaml = HEAD.replace("  name: sample\n", "  name: sample\n" + DIAMOND)
                        .replace(
                                "  entrypoint: run\n",
                                "  entrypoint: run\n  arguments:\n    parameters:\n    - name: path\n")
                + """
                    container:
                      image: gcr.io/diamond-privreg/busybox:1.37
                      resources: {limits: {cpu: 1, memory: 1Gi}}
                      volumeMounts: [{name: data, mountPath: /data}, {name: tmp, mountPath: /tmp}]
                    volumes:
                    - name: tmp
                      emptyDir: {}
                    - name: data
                      hostPath: {path: "{{workflow.parameters.path}}"}
                """;
        Finding note = only(verify("diamond", false, yaml), "VOL-01");
        assertThat(note.severity()).isEqualTo(Severity.INFO);
        assertThat(note.message()).startsWith("cannot be decided before a run");
        assertThat(only(verify("diamond", true, yaml), "VOL-01").severity()).isEqualTo(Severity.ERROR);
        assertThat(verify("diamond", false, yaml).documents())
                .extracting(VerifyResult.DocumentVerdict::verdict)
                .containsExactly(VerifyResult.Verdict.VALID);
    }

    @Test
    void aMistakeThatLintAndControllerMeetIsSaidOnceInBothNames() throws Exception {
        VerifyResult result = verify(
                "baseline",
                false,
                HEAD.replace("entrypoint: run", "entrypoint: nowhere")
                        + "    container: {image: busybox:1.37, resources: {limits: {cpu: 1, memory: 1Gi}}}\n");
        assertThat(result.findings())
                .filteredOn(finding -> finding.place().pointer().equals("/spec/entrypoint"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.refusedBy()).containsExactly(RealProgram.ARGO_LINT, RealProgram.CONTROLLER));
    }

    @Test
    void whatAPolicySaysOfADocumentStandsAtTheTemplate() throws Exception {
        Finding finding = only(verify("baseline", false, HEAD + """
                                    retryStrategy: {}
                                    container:
                                      image: busybox:1.37
                                      resources: {limits: {cpu: 1, memory: 1Gi}}
                                  - name: other
                                    container: {image: busybox:1.37, resources: {limits: {cpu: 1, memory: 1Gi}}}
                                """), "LIFE-03");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.place().line()).isEqualTo(11);
        assertThat(finding.place().template()).isEqualTo("run");
        assertThat(finding.message()).endsWith("(policies/lifecycle/LIFE-03.yaml)");
    }

    @Test
    void thePodsOfJobsAreJudgedWhereTheFacilityBindsThem() throws Exception {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  generateName: load-
                  labels: {kueue.x-k8s.io/queue-name: eidf001-user-queue}
                spec:
                  ttlSecondsAfterFinished: 1800
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                      - name: load
                        image: docker.io/library/busybox:1.37
                """;
        Finding finding = only(verify("eidf", false, job), "RES-02");
        assertThat(finding.place().line()).isEqualTo(12);
        assertThat(verify("baseline", false, job).findings())
                .extracting(Finding::rule)
                .doesNotContain("RES-02");
    }

    @Test
    void theSameInputGivesTheSameReport() throws Exception {
        String yaml = HEAD + "    container:\n      image: busybox\n      comand: [x]\n";
        assertThat(JsonReport.write(verify("diamond", false, yaml)))
                .isEqualTo(JsonReport.write(verify("diamond", false, yaml)))
                .endsWith("}\n");
    }

    @Test
    void aFindingSaysWhichParameterDecides() throws Exception {
        Finding finding = only(verify("baseline", false, HEAD + """
                            inputs: {parameters: [{name: tag, value: latest}]}
                            container:
                              image: busybox:{{inputs.parameters.tag}}
                              command: [sh]
                        """), "IMG-02");
        assertThat(finding.message())
                .contains("; `image` comes from the parameter `tag` of `run`, which anybody who submits can set");
    }

    @Test
    void everyValueOfAnEnumIsTried() throws Exception {
        String template = """
                    inputs: {parameters: [{name: tag, value: "1", enum: ["1", "2", latest]}]}
                    container:
                      image: busybox:{{inputs.parameters.tag}}
                      command: [sh]
                """;
        Finding finding = only(verify("baseline", false, HEAD + template), "IMG-02");
        assertThat(finding.message()).endsWith("; with tag=latest").doesNotContain("anybody");
        assertThat(verify("baseline", false, HEAD + template.replace(", latest", ""))
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("IMG-02", "POD-12");
    }

    @Test
    void pod12SaysWhereTryingStops() throws Exception {
        String values = "enum: [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]";
        String template = """
                    inputs: {parameters: [{name: a, %1$s}, {name: b, %1$s}]}
                    container:
                      image: busybox:1.37
                      command: [sh]
                """.formatted(values);
        assertThat(only(verify("baseline", false, HEAD + template), "POD-12").message())
                .isEqualTo("parameters with an enum make 49 combinations; 13 of them are tried");
    }
}
