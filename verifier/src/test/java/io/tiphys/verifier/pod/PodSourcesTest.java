package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.manifests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stored template: what is not known, and where each part of its pod was written. */
class PodSourcesTest {
    private static final Rule RULE = new Rule("T-01", Severity.ERROR, "s", "r", "t");
    private static final String STORED = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata: {name: recon}
            spec:
              entrypoint: main
              arguments:
                parameters:
                - {name: memory, value: 8Gi}
                - {name: gpus}
                - {name: visit}
              volumes:
              - {name: session, hostPath: {path: "{{workflow.parameters.visit}}"}}
              templates:
              - name: main
                steps:
                - - name: run
                    template: run
                    arguments:
                      parameters:
                      - {name: memory, value: "{{workflow.parameters.memory}}"}
                      - {name: gpus, value: "{{workflow.parameters.gpus}}"}
              - name: run
                inputs: {parameters: [{name: memory}, {name: gpus}]}
                podSpecPatch: |
                  containers:
                  - name: main
                    resources:
                      limits:
                        memory: {{inputs.parameters.memory}}
                        nvidia.com/gpu: {{inputs.parameters.gpus}}
                container:
                  image: recon:1
                  command: [recon]
                  volumeMounts: [{name: session, mountPath: /session}]
            """;

    @Test
    void whatIsNotKnownIsUndetermined() {
        EffectivePod pod = pod(SourceIndex.EMPTY);
        assertThat(pod.pod().at("/spec/containers/1/resources/limits/memory").asText())
                .isEqualTo("8Gi");
        assertThat(pod.undetermined().get(JsonPointer.compile("/spec/containers/1/resources/limits/nvidia.com~1gpu")))
                .isEqualTo(new EffectivePod.Undetermined(
                        "{{workflow.parameters.gpus}}", List.of("workflow.parameters.gpus")));
        assertThat(pod.undetermined()
                        .get(JsonPointer.compile("/spec/volumes/2/hostPath/path"))
                        .tags())
                .containsExactly("workflow.parameters.visit");
        assertThat(pod.undetermined()).doesNotContainKey(JsonPointer.compile("/spec/containers/1/image"));
        assertThat(pod.pod()
                        .at("/metadata/labels/workflows.argoproj.io~1workflow")
                        .asText())
                .isEqualTo("{{workflow.name}}");
    }

    @Test
    void nodesKnowWhereTheyWereWritten() {
        EffectivePod pod = pod(SourceIndex.EMPTY);
        assertThat(line(pod, "/spec/containers/1/image")).isEqualTo(32);
        assertThat(line(pod, "/spec/containers/1/resources/limits/memory")).isEqualTo(29);
        assertThat(line(pod, "/spec/volumes/2/hostPath/path")).isEqualTo(12);
        assertThat(line(pod, "/spec/containers/1/volumeMounts/0/mountPath")).isEqualTo(34);
    }

    @Test
    void whatArgoAddsIsReportedAtTheTemplate() {
        EffectivePod pod = pod(SourceIndex.EMPTY);
        Finding finding = pod.finding(RULE, JsonPointer.compile("/spec/initContainers/0/image"), "m");
        assertThat(finding.place().line()).isEqualTo(22);
        assertThat(finding.place().template()).isEqualTo("run");
        assertThat(finding.place().container()).isEqualTo("init");
    }

    @Test
    void javaLinesAreFoundInsideThePatch() {
        JavaLine patch = new JavaLine("Recon", "Recon.java", 42);
        SourceIndex index = new SourceIndex(
                Map.of("test.yaml", Map.of("/spec/templates/1/podSpecPatch#/containers/0/resources/limits", patch)));
        Finding finding =
                pod(index).finding(RULE, JsonPointer.compile("/spec/containers/1/resources/limits/memory"), "too much");
        assertThat(finding.java()).contains(patch);
        assertThat(finding.place().line()).isEqualTo(29);
        assertThat(finding.place().container()).isEqualTo("main");
    }

    private static int line(EffectivePod pod, String pointer) {
        return pod.finding(RULE, JsonPointer.compile(pointer), "m").place().line();
    }

    private static EffectivePod pod(SourceIndex index) {
        Manifest read = manifests(STORED).get(0);
        Manifest manifest = new Manifest(read.file(), read.document(), true, index);
        EffectivePods pods = EffectivePods.of(manifest, Lookup.of(List.of(manifest)), ControllerConfig.DEFAULT);
        List<EffectivePod> all = pods.pods();
        assertThat(pods.findings()).isEmpty();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void workflowDefaultsAreAnOriginOfTheirOwn() {
        for (String data : List.of(
                "  workflowDefaults: |\n    spec:\n      securityContext:\n        runAsUser: 7\n",
                "  config: |\n    workflowDefaults:\n      spec: {securityContext: {runAsUser: 7}}\n")) {
            Manifest file = manifests("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n" + data)
                    .get(0);
            List<Manifest> all = manifests(PodTesting.container(""));
            EffectivePod pod = EffectivePods.of(all.get(0), Lookup.of(all), ControllerConfig.of(file))
                    .pods()
                    .get(0);
            JsonPointer user = JsonPointer.compile("/spec/securityContext/runAsUser");
            assertThat(pod.pod().at(user).asInt()).isEqualTo(7);
            assertThat(pod.origin(user)).isEqualTo(Origin.WORKFLOW_DEFAULTS);
            Source source = pod.source(user).get(0);
            assertThat(source.manifest()).isEqualTo(file);
            assertThat(source.position().line()).isEqualTo(data.startsWith("  work") ? 8 : 7);
            assertThat(pod.finding(RULE, user, "m").place().pointer()).isEqualTo("/spec/templates/0");
        }
    }
}
