package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.container;
import static io.tiphys.verifier.pod.PodTesting.pods;
import static io.tiphys.verifier.pod.PodTesting.rules;
import static io.tiphys.verifier.pod.PodTesting.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import org.junit.jupiter.api.Test;

/** What keeps the controller from making a pod: a failing and a passing example of each rule. */
class PodFindingsTest {

    @Test
    void pod01PatchIsYamlOrJson() {
        assertThat(rules(pods(container("podSpecPatch: 'containers: [{'")))).containsExactly("POD-01");
        assertThat(rules(pods(container("podSpecPatch: '{a: b}'")))).containsExactly("POD-01");
        assertThat(rules(pods(container("podSpecPatch: '{\"hostname\": \"h\"}'"))))
                .isEmpty();
    }

    @Test
    void pod01HostilePatchesAreRefused() {
        assertThat(rules(pods(container("podSpecPatch: '" + "[".repeat(5000) + "'"))))
                .containsExactly("POD-01");
        assertThat(rules(pods(container("podSpecPatch: '{\"a\":" + "[".repeat(5000) + "'"))))
                .containsExactly("POD-01");
        assertThat(rules(pods(container("podSpecPatch: '" + "x".repeat(2_000_000) + "'"))))
                .containsExactly("POD-01");
        assertThat(rules(pods(container("podSpecPatch: 'a: &a [*a]'")))).containsExactly("POD-01");
    }

    @Test
    void pod02PatchHasTheRightTypes() {
        assertThat(rules(pods(container("podSpecPatch: 'containers: {name: main}'"))))
                .containsExactly("POD-02");
        assertThat(rules(pods(container("podSpecPatch: 'just text'")))).containsExactly("POD-02");
        assertThat(rules(pods(container("podSpecPatch: 'priority: 1'")))).isEmpty();
    }

    @Test
    void pod03PatchCanBeMerged() {
        assertThat(rules(pods(container("podSpecPatch: 'containers: [{image: x}]'"))))
                .containsExactly("POD-03");
        assertThat(rules(pods(container("podSpecPatch: 'containers: [{name: main, image: x}]'"))))
                .isEmpty();
    }

    @Test
    void pod03MergeKeysOfWrongTypesAreFindings() {
        for (String key : new String[] {"{a: b}", "[main]", "7", "true"}) {
            assertThat(rules(pods(container("podSpecPatch: 'containers: [{name: " + key + ", image: x}]'"))))
                    .as(key)
                    .hasSize(1)
                    .containsAnyOf("POD-02", "POD-03");
        }
    }

    @Test
    void pod04VolumesAreDeclared() {
        String mount = "container: {image: i, command: [c], volumeMounts: [{name: v, mountPath: /v}]}";
        EffectivePods missing = pods(workflow("", mount));
        assertThat(rules(missing)).containsExactly("POD-04");
        assertThat(missing.findings().get(0).refusedBy()).containsExactly(RealProgram.CONTROLLER);
        assertThat(rules(pods(workflow("volumes: [{name: v, emptyDir: {}}]", mount))))
                .isEmpty();
    }

    @Test
    void pod05TolerationsOfDefaultsNeedAKey() {
        String container = "tolerations: [{key: a}]\ncontainer: {image: i, command: [c]}";
        assertThat(rules(pods(workflow("templateDefaults: {tolerations: [{operator: Exists}]}", container))))
                .contains("POD-05");
        assertThat(rules(pods(workflow("templateDefaults: {tolerations: [{key: b}]}", container))))
                .isEmpty();
    }

    @Test
    void pod05ResourcesMustBeLiteral() {
        assertThat(rules(
                        pods(workflow("", "container: {image: i, command: [c], resources: {limits: {cpu: '{{x}}'}}}"))))
                .contains("POD-05");
    }

    @Test
    void pod06TemplatesExist() {
        assertThat(rules(pods(workflow("", "steps: [[{name: a, template: nowhere}]]"))))
                .containsExactly("POD-06");
        assertThat(rules(pods(workflow("", "steps: [[{name: a, templateRef: {name: x, template: y}}]]"))))
                .containsExactly("POD-06");
    }

    @Test
    void pod07ConfigMapHasTheKey() {
        String yaml = workflow(
                "arguments: {parameters: [{name: p, valueFrom: {configMapKeyRef: {name: cm, key: k}}}]}",
                "container: {image: '{{workflow.parameters.p}}', command: [c]}");
        String map = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: cm}\ndata: {%s: image:1}\n";
        assertThat(rules(pods(yaml + map.formatted("other")))).containsExactly("POD-07");
        assertThat(pods(yaml + map.formatted("k"))
                        .pods()
                        .get(0)
                        .pod()
                        .at("/spec/containers/1/image")
                        .asText())
                .isEqualTo("image:1");
        assertThat(rules(pods(yaml))).isEmpty();
    }

    @Test
    void pod08TokenOffNeedsAnExecutorAccount() {
        String container = "container: {image: i, command: [c]}";
        assertThat(rules(pods(workflow("automountServiceAccountToken: false", container))))
                .containsExactly("POD-08");
        assertThat(rules(pods(workflow("automountServiceAccountToken: true", container))))
                .isEmpty();
    }

    @Test
    void pod09TemplateVariableIsArgos() {
        assertThat(rules(pods(workflow(
                        "", "container: {image: i, command: [c], env: [{name: ARGO_TEMPLATE, value: mine}]}"))))
                .containsExactly("POD-09");
        assertThat(rules(pods(workflow("", "container: {image: i, command: [c], env: [{name: MINE, value: mine}]}"))))
                .isEmpty();
        assertThat(rules(pods(workflow(
                        "", "container: {image: i, command: [c], env: [{name: ARGO_TEMPLATE, value: '{}'}]}"))))
                .isEmpty();
    }

    @Test
    void pod11ArtifactsStayInTheirFolder() {
        String artifact =
                "inputs: {artifacts: [{name: a, path: %s, raw: {data: x}}]}\n" + "container: {image: i, command: [c]}";
        assertThat(rules(pods(workflow("", artifact.formatted("/in/../out/x")))))
                .containsExactly("POD-11");
        assertThat(rules(pods(workflow("", artifact.formatted("/in/.."))))).containsExactly("POD-11");
        assertThat(rules(pods(workflow("", artifact.formatted("/in/a/../a/x")))))
                .isEmpty();
        assertThat(rules(pods(workflow("", artifact.formatted("/in/x"))))).isEmpty();
    }

    @Test
    void errorsInAPatchAreAtTheirLine() {
        EffectivePods pods = pods(container("""
                podSpecPatch: |
                  containers:
                  - name: main
                    resources:
                      limits:
                        memory: 10 GB
                """));
        pods.pods();
        Finding finding = pods.findings().get(0);
        assertThat(finding.rule()).isEqualTo("POD-02");
        assertThat(finding.place().line()).isEqualTo(15);
        assertThat(finding.place().column()).isEqualTo(13);
        assertThat(finding.place().template()).isEqualTo("main");
    }

    @Test
    void pod13PatchNamesKnownFields() {
        EffectivePods wrong = pods(container("podSpecPatch: |\n  containers:\n  - name: main\n    imagee: x"));
        assertThat(rules(wrong)).containsExactly("POD-13");
        Finding finding = wrong.findings().get(0);
        assertThat(finding.message()).contains("\"imagee\" is no field of Container, so it is dropped in silence");
        assertThat(finding.refusedBy()).isEmpty();
        EffectivePods otherCase = pods(container("podSpecPatch: 'nodeselector: {a: b}'"));
        assertThat(rules(otherCase)).containsExactly("POD-13");
        assertThat(otherCase.findings().get(0).message()).contains("is written \"nodeSelector\"");
        assertThat(rules(pods(container("podSpecPatch: 'nodeSelector: {A: b}'"))))
                .isEmpty();
    }

    @Test
    void pod14ATimeoutDoesNotLengthen() {
        String both = "activeDeadlineSeconds: 60\ntimeout: %s";
        EffectivePods longer = pods(container(both.formatted("2m")));
        assertThat(rules(longer)).containsExactly("POD-14");
        assertThat(longer.findings().get(0).message()).contains("of 120 s replaces activeDeadlineSeconds: 60");
        assertThat(rules(pods(container(both.formatted("30s"))))).isEmpty();
        assertThat(rules(pods(container("timeout: 2m")))).isEmpty();
    }

    @Test
    void pod21LoopsNeedAList() {
        String loop = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf}
                spec:
                  entrypoint: main
                  arguments: {parameters: [{name: p, value: '%s'}]}
                  templates:
                  - {name: main, steps: [[{name: s, template: t, %s}]]}
                  - {name: t, container: {image: i, command: [c]}}
                """;
        String param = "withParam: '{{workflow.parameters.p}}'";
        String count = "withSequence: {count: '{{workflow.parameters.p}}'}";
        assertThat(rules(pods(loop.formatted("none", param)))).containsExactly("POD-21");
        assertThat(rules(pods(loop.formatted("many", count)))).containsExactly("POD-21");
        assertThat(rules(pods(loop.formatted("[1]", param)))).isEmpty();
        assertThat(rules(pods(loop.formatted("3", count)))).isEmpty();
        assertThat(rules(pods(loop.formatted("", "withParam: '{{steps.x.outputs.result}}'"))))
                .isEmpty();
        assertThat(rules(pods(loop.formatted("", "withSequence: {count: '{{steps.x.outputs.result}}'}"))))
                .isEmpty();
    }

    @Test
    void pod20ATimeoutLeavesTimeToRun() {
        EffectivePods short2 = pods(container("timeout: 2s"));
        assertThat(rules(short2)).containsExactly("POD-20");
        assertThat(short2.findings().get(0).place().pointer()).isEqualTo("/spec/templates/0/timeout");
        assertThat(rules(pods(container("timeout: 3s")))).isEmpty();
    }

    @Test
    void pod15DirectivesDoWhatTheySay() {
        assertThat(rules(pods(
                        container("podSpecPatch: 'containers: [{name: main, $patch: replace}, {name: x, image: i}]'"))))
                .contains("POD-15");
        assertThat(rules(pods(container("podSpecPatch: 'containers: [{name: main, image: j}]'"))))
                .isEmpty();
    }

    @Test
    void pod16DefaultsDoNotLeak() {
        String defaults = "templateDefaults: {container: {env: [{name: A, value: d}, {name: B}]}}";
        String template =
                "container: {image: i, command: [c], env: [{name: B, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]}";
        assertThat(rules(pods(workflow(defaults, template)))).contains("POD-16");
        assertThat(rules(pods(workflow(
                        defaults, template.replace("valueFrom: {fieldRef: {fieldPath: spec.nodeName}}", "value: b")))))
                .isEmpty();
    }

    @Test
    void pod17ExpressionsHaveAValue() {
        String template = """
                inputs: {parameters: [{name: count, value: %s}]}
                container: {image: i, command: [c], args: ["{{=asInt(inputs.parameters.count) + 1}}"]}
                """;
        EffectivePods wrong = pods(workflow("", template.formatted("many")));
        assertThat(rules(wrong)).containsExactly("POD-17");
        assertThat(wrong.findings().get(0).message()).contains("{{=asInt(inputs.parameters.count) + 1}} fails: ");
        assertThat(rules(pods(workflow("", template.formatted("'1'"))))).isEmpty();
    }
}
