package io.tiphys.verifier.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    private static final String SAMPLE = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata: {name: sample}
            spec:
              entrypoint: run
              arguments: {parameters: [{name: size, value: small, enum: [small, large]}]}
              securityContext: {runAsNonRoot: true, runAsUser: 1000}
              templates:
              - name: run
                inputs: {parameters: [{name: cpus, value: '2'}, {name: scan}]}
                nodeSelector: {size: '{{workflow.parameters.size}}'}
                volumes: [{name: data, hostPath: {path: /dls}}]
                container:
                  image: registry.example.org/a:1
                  command: [a, '{{inputs.parameters.scan}}']
                  securityContext: {readOnlyRootFilesystem: true}
                  volumeMounts: [{name: data, mountPath: /data, readOnly: true}]
                  resources: {limits: {memory: 1Gi, nvidia.com/gpu: '1'}}
                podSpecPatch: |
                  containers:
                  - name: main
                    resources:
                      requests:
                        cpu: "{{inputs.parameters.cpus}}"
            """;

    @TempDir
    Path folder;

    private Explanation explain(String yaml, Map<String, String> parameters) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), yaml);
        return Explainer.explain(new ExplainRequest(
                folder, List.of(Path.of("a.yaml")), List.of(), SourceIndex.EMPTY, Optional.empty(), parameters));
    }

    private String text(String yaml, boolean origins, Map<String, String> parameters) throws IOException {
        return String.join(
                "\n",
                new ExplainText(origins)
                        .lines(explain(yaml, parameters).documents().get(0)));
    }

    @Test
    void theTableHasWhatAReaderAsksForFirst() throws IOException {
        assertThat(text(SAMPLE, false, Map.of()))
                .startsWith("ClusterWorkflowTemplate sample (a.yaml)\n  template  runs  container  image")
                .containsPattern(
                        "main +registry.example.org/a:1 +2/- +-/1Gi +nvidia.com/gpu -/1 +uid 1000, root read-only")
                .contains("/data = data: hostPath /dls (read-only)", "on nodes with size=small")
                .contains("undetermined  main: command.10 = {{inputs.parameters.scan}}")
                .containsPattern("at one time, at most +1 +2 +1Gi +1");
    }

    @Test
    void parametersOfTheWorkflowAndOfItsEntrypointAreGiven() throws IOException {
        assertThat(text(SAMPLE, false, Map.of("cpus", "8", "scan", "77", "size", "large")))
                .containsPattern("main +registry.example.org/a:1 +8/-")
                .contains("on nodes with size=large")
                .doesNotContain("undetermined");
    }

    @Test
    void aValueOutsideTheEnumAndAnUnknownParameterAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explain(SAMPLE, Map.of("size", "huge")))
                .withMessage("tiphys.parameters has \"huge\" for \"size\"; ClusterWorkflowTemplate sample allows small,"
                        + " large.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explain(SAMPLE, Map.of("size", "Large")))
                .withMessageEndingWith("allows small, large; did you mean \"large\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explain(SAMPLE, Map.of("sise", "small")))
                .withMessage("tiphys.parameters names \"sise\"; the workflows here have cpus, scan, size; did you mean"
                        + " \"size\"?");
    }

    @Test
    void originsNameThePartAndTheLine() throws IOException {
        assertThat(text(SAMPLE, true, Map.of()))
                .containsPattern("spec.containers.1.resources.requests.cpu +podSpecPatch, a.yaml:24")
                .containsPattern("spec.securityContext.runAsUser +spec, a.yaml:7")
                .containsPattern("spec.containers.1.image +template, a.yaml:14")
                .contains("limits.nvidia.com/gpu", "all else: controller");
    }

    @Test
    void yamlHasADocumentForEachDistinctPod() throws IOException {
        Explanation explanation = explain(SAMPLE.replace("name: sample", "name: ../../sample"), Map.of());
        List<Path> files = new ExplainYaml(true).write(explanation, folder.resolve("out"));
        assertThat(files).containsExactly(folder.resolve("out/clusterworkflowtemplate-..-..-sample.yaml"));
        var documents = new YamlReader().read(Files.readString(files.get(0))).documents();
        assertThat(documents).hasSize(1);
        var json = documents.get(0).json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("template", "templateScope", "inputs", "pod", "origins");
        assertThat(json.at("/inputs/cpus").asText()).isEqualTo("2");
        assertThat(json.at("/origins").path("/spec/containers/1/image").asText())
                .isEqualTo("template, a.yaml:14");
    }

    @Test
    void aPodThatTheControllerRefusesIsAFinding() throws IOException {
        Explanation explanation = explain(SAMPLE.replace("volumes: [{name: data", "volumes: [{name: other"), Map.of());
        assertThat(explanation.findings()).extracting(Finding::rule).containsExactly("POD-04");
        assertThat(explanation.documents().get(0).pods()).isEmpty();
    }

    @Test
    void textFromOutsideMovesNoCursor() throws IOException {
        assertThat(text(SAMPLE.replace("registry.example.org/a:1", "\"a\\e[2Jb\""), false, Map.of()))
                .contains("a\\u001b[2Jb")
                .doesNotContain("\u001b");
    }

    @Test
    void eachPodSaysHowOftenItRuns() throws IOException {
        String text = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: often}
                spec:
                  entrypoint: main
                  templates:
                  - name: main
                    steps:
                    - - {name: a, template: work, withItems: [1, 2, 3]}
                      - {name: b, template: work}
                    - - {name: c, template: open, withParam: '{{steps.b.outputs.result}}'}
                  - {name: work, container: {image: i, command: [c]}}
                  - {name: open, container: {image: i, command: [c]}}
                  - {name: lonely, container: {image: i, command: [c]}}
                """, false, Map.of());
        assertThat(text)
                .containsPattern("work +4 +init")
                .containsPattern("open +1\\+ +init")
                .containsPattern("lonely +0 +init");
    }

    @Test
    void filesAreNamedByKindAndNameAndHoldNothingElseThanTheContract() throws IOException {
        Explanation explanation = explain(SAMPLE, Map.of());
        assertThat(new ExplainYaml(false).write(explanation, folder.resolve("out")))
                .containsExactly(folder.resolve("out/clusterworkflowtemplate-sample.yaml"));
        var json = new YamlReader()
                .read(Files.readString(folder.resolve("out/clusterworkflowtemplate-sample.yaml")))
                .documents()
                .get(0)
                .json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("template", "templateScope", "inputs", "pod");
    }
}
