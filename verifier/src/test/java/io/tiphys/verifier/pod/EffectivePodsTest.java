package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.config;
import static io.tiphys.verifier.pod.PodTesting.container;
import static io.tiphys.verifier.pod.PodTesting.json;
import static io.tiphys.verifier.pod.PodTesting.mounts;
import static io.tiphys.verifier.pod.PodTesting.names;
import static io.tiphys.verifier.pod.PodTesting.pod;
import static io.tiphys.verifier.pod.PodTesting.pods;
import static io.tiphys.verifier.pod.PodTesting.spec;
import static io.tiphys.verifier.pod.PodTesting.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test for each rule of how the controller builds a pod. */
class EffectivePodsTest {
    private static final String CONTAINER = "container: {image: i, command: [c]}";

    @Test
    void specsAreJoinedAndTheWorkflowWins() {
        String two = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf}
                spec:
                  workflowTemplateRef: {name: stored}
                  nodeSelector: {own: '1'}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {name: stored}
                spec:
                  entrypoint: main
                  nodeSelector: {own: '2', stored: '2'}
                  templates: [{name: main, container: {image: i, command: [c]}}]
                """;
        ControllerConfig defaults =
                config("workflowDefaults: {spec: {serviceAccountName: sa, nodeSelector: {stored: '3', def: '3'}}}");
        JsonNode spec = pods(two, defaults).pods().get(0).pod().path("spec");
        assertThat(spec.path("nodeSelector")).isEqualTo(json("{own: '1', stored: '2', def: '3'}"));
        assertThat(spec.path("serviceAccountName").asText()).isEqualTo("sa");
    }

    @Test
    void globalsAreReplacedInTheSpec() {
        JsonNode spec = spec(workflow("serviceAccountName: 'sa-{{workflow.name}}'", CONTAINER));
        assertThat(spec.path("serviceAccountName").asText()).isEqualTo("sa-wf");
    }

    @Test
    void expressionsAreEvaluatedWhereTheirValuesAreKnown() {
        String template = "inputs: {parameters: [{name: count, default: '3'}, {name: free}]}\n"
                + "container: {image: i, command: ['{{=asInt(inputs.parameters.count) * 2}}', "
                + "'{{=inputs.parameters.free}}', '{{=steps.a.outputs.result ?? 1}}']}";
        assertThat(container(spec(workflow("", template)), "main")
                        .path("command")
                        .toString())
                .contains("\"6\",\"{{=inputs.parameters.free}}\",\"{{=steps.a.outputs.result ?? 1}}\"");
    }

    @Test
    void loopsAreExpandedWhereTheirListIsKnown() {
        String yaml = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf}
                spec:
                  entrypoint: main
                  arguments: {parameters: [{name: list, value: '["a", "b"]'}]}
                  templates:
                  - name: main
                    steps:
                    - - {name: s, template: t, withParam: '{{workflow.parameters.list}}',
                         arguments: {parameters: [{name: p, value: '{{item}}'}]}}
                      - {name: q, template: t, withSequence: {count: 2},
                         arguments: {parameters: [{name: p, value: '{{=asInt(item) + 5}}'}]}}
                  - name: t
                    inputs: {parameters: [{name: p}]}
                    container: {image: i, command: [c]}
                """;
        assertThat(pods(yaml).calls())
                .extracting(call -> call.parameters().get("p"))
                .containsExactly("a", "b", "5", "6");
    }

    @Test
    void templateDefaultsMergeUnderTheTemplate() {
        JsonNode main = container(
                spec(workflow(
                        "templateDefaults: {container: {image: d, workingDir: /w}, script: {image: s}}", CONTAINER)),
                "main");
        assertThat(main.path("image").asText()).isEqualTo("i");
        assertThat(main.path("workingDir").asText()).isEqualTo("/w");
    }

    @Test
    void inputsComeFromArgumentsThenDefaults() {
        String yaml = workflow("arguments: {parameters: [{name: a, value: given}]}", """
                inputs: {parameters: [{name: a, default: x}, {name: b, default: other}]}
                container: {image: i, command: [c], args: ['{{inputs.parameters.a}} {{inputs.parameters.b}}']}
                """);
        assertThat(container(spec(yaml), "main").at("/args/0").asText()).isEqualTo("given other");
    }

    @Test
    void scriptGetsItsFile() {
        JsonNode spec = spec(workflow("", "script: {image: i, command: [sh], args: [-x], source: date}"));
        assertThat(container(spec, "main").path("args")).isEqualTo(json("[-x, /argo/staging/script]"));
        assertThat(mounts(container(spec, "main"))).contains("argo-staging:/argo/staging");
        assertThat(mounts(container(spec, "init"))).contains("argo-staging:/argo/staging");
        assertThat(mounts(container(spec, "wait"))).contains("argo-staging:/mainctrfs/argo/staging");
    }

    @Test
    void containerSetGivesEachContainerTheSetsMounts() {
        JsonNode spec = spec(workflow("volumes: [{name: v, emptyDir: {}}]", """
                containerSet:
                  volumeMounts: [{name: v, mountPath: /v}]
                  containers: [{name: a, image: i, command: [c]}, {name: b, image: i, command: [c], dependencies: [a]}]
                """));
        assertThat(names(spec.path("containers"))).containsExactly("wait", "a", "b");
        assertThat(mounts(container(spec, "b"))).containsExactly("v:/v", "var-run-argo:/var/run/argo");
    }

    @Test
    void resourceRunsArgosOwnProgramHardened() {
        JsonNode spec = spec(workflow("", "resource: {action: get, flags: [pod]}"));
        assertThat(names(spec.path("containers"))).containsExactly("main");
        assertThat(container(spec, "main").at("/securityContext/runAsUser").asInt())
                .isEqualTo(8737);
        assertThat(container(spec, "main").path("command").toString()).contains("\"argoexec\",\"resource\",\"get\"");
    }

    @Test
    void dataIsHandedOverAsJson() {
        JsonNode spec = spec(workflow(
                "", "data: {source: {artifactPaths: {name: a, s3: {bucket: b}}}, transformation: [{expression: e}]}"));
        assertThat(container(spec, "main").path("command").toString())
                .contains(
                        "{\\\"source\\\":{\\\"artifactPaths\\\":{\\\"name\\\":\\\"a\\\",\\\"s3\\\":{\\\"bucket\\\":\\\"b\\\"}}}");
    }

    @Test
    void httpIsRunByTheAgent() {
        EffectivePods pods = pods(workflow("tolerations: [{key: k}]", "http: {url: https://example.org}"));
        assertThat(pods.calls()).isEmpty();
        assertThat(pods.agent(Run.UNKNOWN)
                        .orElseThrow()
                        .pod()
                        .at("/spec/tolerations/0/key")
                        .asText())
                .isEqualTo("k");
        assertThat(pods(workflow("", CONTAINER)).agent(Run.UNKNOWN)).isEmpty();
    }

    @Test
    void mainContainerOfTheControllerIsMergedUnder() {
        ControllerConfig config =
                config("mainContainer: {resources: {limits: {memory: 1Gi, cpu: 1}}, env: [{name: F, value: f}]}");
        String yaml = workflow("", """
                container: {image: i, command: [c], resources: {limits: {memory: 2Gi}}, env: [{name: A, value: a}]}
                sidecars: [{name: side, image: s, command: [c]}]
                """);
        JsonNode spec = pods(yaml, config).pods().get(0).pod().path("spec");
        assertThat(container(spec, "main").path("resources")).isEqualTo(json("limits: {memory: 2Gi, cpu: '1'}"));
        assertThat(names(container(spec, "main").path("env"))).startsWith("A", "F", "ARGO_CONTAINER_NAME");
        assertThat(container(spec, "side").path("resources")).isEmpty();
    }

    @Test
    void labelsAndAnnotationsOfEveryPod() {
        JsonNode metadata = PodTesting.first(workflow("podGC: {strategy: OnPodCompletion}", CONTAINER))
                .pod()
                .path("metadata");
        assertThat(metadata.path("labels"))
                .isEqualTo(json("{workflows.argoproj.io/workflow: wf, workflows.argoproj.io/completed: 'false'}"));
        assertThat(metadata.at("/annotations/workflows.argoproj.io~1pod-gc-strategy")
                        .asText())
                .isEqualTo("OnPodCompletion/5s");
        assertThat(metadata.at("/annotations/kubectl.kubernetes.io~1default-container")
                        .asText())
                .isEqualTo("main");
    }

    @Test
    void volumesStandInTheControllersOrder() {
        JsonNode spec = spec(workflow("volumes: [{name: used, emptyDir: {}}, {name: unused, emptyDir: {}}]", """
                volumes: [{name: own, emptyDir: {}}]
                inputs: {artifacts: [{name: a, path: /a, raw: {data: x}}]}
                script: {image: i, command: [c], source: s, volumeMounts: [{name: used, mountPath: /u}]}
                """));
        assertThat(names(spec.path("volumes")))
                .containsExactly("var-run-argo", "tmp-dir-argo", "own", "used", "input-artifacts", "argo-staging");
    }

    @Test
    void executorHasAnAccountOfItsOwn() {
        String yaml = workflow("automountServiceAccountToken: false\nexecutor: {serviceAccountName: ex}", CONTAINER);
        assertThat(mounts(container(spec(yaml), "wait")))
                .contains("exec-sa-token:/var/run/secrets/kubernetes.io/serviceaccount");
        assertThat(mounts(container(spec(yaml), "main"))).containsExactly("var-run-argo:/var/run/argo");
    }

    @Test
    void dataHasNoWaitAndResourceOnlyWithLogs() {
        ControllerConfig logs = config("artifactRepository: {archiveLogs: true, s3: {bucket: b}}");
        JsonNode spec = pods(workflow("", "resource: {action: get}"), logs)
                .pods()
                .get(0)
                .pod()
                .path("spec");
        assertThat(names(spec.path("containers"))).containsExactly("wait", "main");
    }

    @Test
    void placementIsInheritedFromTheCallerThenTheSpec() {
        String yaml = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf}
                spec:
                  entrypoint: outer
                  nodeSelector: {of: spec}
                  tolerations: [{key: spec}]
                  templates:
                  - name: outer
                    nodeSelector: {of: outer}
                    steps: [[{name: a, template: plain}, {name: b, template: own}]]
                  - {name: plain, container: {image: i, command: [c]}}
                  - {name: own, nodeSelector: {of: own}, container: {image: i, command: [c]}}
                """;
        assertThat(pod(pods(yaml), "plain").at("/spec/nodeSelector/of").asText())
                .isEqualTo("outer");
        assertThat(pod(pods(yaml), "own").at("/spec/nodeSelector")).isEqualTo(json("{of: own}"));
        assertThat(pod(pods(yaml), "own").at("/spec/tolerations/0/key").asText())
                .isEqualTo("spec");
    }

    @Test
    void templateMetadataStandsOverPodMetadata() {
        String yaml = workflow(
                "podMetadata: {labels: {a: spec, b: spec}}", "metadata: {labels: {b: template}}\n" + CONTAINER);
        JsonNode labels = PodTesting.first(yaml).pod().at("/metadata/labels");
        assertThat(labels.path("a").asText()).isEqualTo("spec");
        assertThat(labels.path("b").asText()).isEqualTo("template");
    }

    @Test
    void volumeClaimTemplatesAreClaimedByName() {
        String yaml = workflow(
                "volumeClaimTemplates: [{metadata: {name: tmp}, spec: {accessModes: [ReadWriteOnce]}}]",
                "container: {image: i, command: [c], volumeMounts: [{name: tmp, mountPath: /tmp}]}");
        assertThat(spec(yaml).at("/volumes/2/persistentVolumeClaim/claimName").asText())
                .isEqualTo("wf-tmp");
    }

    @Test
    void artifactSecretsAreMountedInArgosContainers() {
        JsonNode spec = spec(workflow("", """
                container: {image: i, command: [c]}
                outputs: {artifacts: [{name: o, path: /o, s3: {endpoint: e, bucket: b, key: k, accessKeySecret: {name: cred, key: ak}}}]}
                """));
        assertThat(spec.at("/volumes/2/secret")).isEqualTo(json("{secretName: cred, items: [{key: ak, path: ak}]}"));
        assertThat(mounts(container(spec, "wait"))).contains("cred:/argo/secret/cred");
        assertThat(mounts(container(spec, "init"))).contains("cred:/argo/secret/cred");
        assertThat(mounts(container(spec, "main"))).containsExactly("var-run-argo:/var/run/argo");
    }

    @Test
    void inputArtifactsAreMountedUnlessUnderAMountOrAbsent() {
        JsonNode main = container(spec(workflow("volumes: [{name: v, emptyDir: {}}]", """
                inputs:
                  artifacts:
                  - {name: a, path: /a/, raw: {data: x}}
                  - {name: under, path: /v/x, raw: {data: x}}
                  - {name: absent, path: /c, optional: true}
                container: {image: i, command: [c], volumeMounts: [{name: v, mountPath: /v}]}
                """)), "main");
        assertThat(mounts(main)).containsExactly("v:/v", "input-artifacts:/a", "var-run-argo:/var/run/argo");
    }

    @Test
    void sidecarsComeLastAndMayMirrorMounts() {
        JsonNode spec = spec(workflow("volumes: [{name: v, emptyDir: {}}]", """
                container: {image: i, command: [c], volumeMounts: [{name: v, mountPath: /v}]}
                initContainers: [{name: before, image: i, command: [c]}]
                sidecars: [{name: side, image: i, command: [c], mirrorVolumeMounts: true}]
                """));
        assertThat(names(spec.path("containers"))).containsExactly("wait", "main", "side");
        assertThat(names(spec.path("initContainers"))).containsExactly("init", "before");
        assertThat(mounts(container(spec, "side"))).containsExactly("v:/v", "var-run-argo:/var/run/argo");
        assertThat(container(spec, "before").path("command")).isEqualTo(json("[c]"));
    }

    @Test
    void variablesOfArgoFollowTheUsers() {
        JsonNode main = container(
                spec(workflow("", "container: {image: i, command: [c], env: [{name: A, value: a}]}")), "main");
        assertThat(names(main.path("env"))).startsWith("A", "ARGO_CONTAINER_NAME", "ARGO_NODE_ID");
    }

    @Test
    void patchesApplySpecFirstThenTemplate() {
        JsonNode spec = spec(workflow("podSpecPatch: 'hostname: a'", "podSpecPatch: 'hostname: b'\n" + CONTAINER));
        assertThat(spec.path("hostname").asText()).isEqualTo("b");
    }

    @Test
    void commandsAreWrappedAfterThePatch() {
        JsonNode spec = spec(
                workflow("", "podSpecPatch: 'containers: [{name: new, image: other, command: [run]}]'\n" + CONTAINER));
        assertThat(container(spec, "new").path("command").toString())
                .startsWith("[\"/var/run/argo/argoexec\",\"emissary\"")
                .endsWith("\"--\",\"run\"]");
        assertThat(container(spec, "wait").at("/command/0").asText()).isEqualTo("argoexec");
    }

    @Test
    void imageWithoutCommandIsLookedUp() {
        ControllerConfig config = config("images: {i: {entrypoint: [entry], cmd: [arg]}}");
        JsonNode spec = pods(workflow("", "container: {image: i}"), config)
                .pods()
                .get(0)
                .pod()
                .path("spec");
        assertThat(container(spec, "main").path("command").toString()).endsWith("\"--\",\"entry\"]");
        assertThat(container(spec, "main").path("args")).isEqualTo(json("[arg]"));
    }

    @Test
    void timeoutReplacesTheDeadlineAndLongArgumentsMove() {
        assertThat(spec(workflow("activeDeadlineSeconds: 5", "timeout: 1h\n" + CONTAINER))
                        .path("activeDeadlineSeconds")
                        .asInt())
                .isEqualTo(3600);
        JsonNode spec =
                spec(workflow("", "container: {image: i, command: [c], args: ['" + "x".repeat(140_000) + "']}"));
        assertThat(container(spec, "main").has("args")).isFalse();
        assertThat(names(spec.path("volumes"))).contains("argo-env-config");
    }

    @Test
    void templatesThatNothingCallsHavePodsToo() {
        String yaml = workflow("", CONTAINER) + "  - {name: lonely, container: {image: l, command: [c]}}\n";
        List<TemplateCall> calls = pods(yaml).calls();
        assertThat(calls).extracting(TemplateCall::template).containsExactly("main", "lonely");
        assertThat(calls).extracting(TemplateCall::reached).containsExactly(true, false);
    }

    @Test
    void recursionEnds() {
        String yaml = workflow("", "steps: [[{name: again, template: main}, {name: leaf, template: leaf}]]")
                + "  - {name: leaf, container: {image: l, command: [c]}}\n";
        assertThat(pods(yaml).calls()).hasSize(1);
    }

    @Test
    void theShorterDeadlineCountsAndNoneWhereSomebodyDebugs() {
        assertThat(deadline("activeDeadlineSeconds: 5", "activeDeadlineSeconds: 9"))
                .isEqualTo(5);
        assertThat(deadline("activeDeadlineSeconds: 9", "activeDeadlineSeconds: 5"))
                .isEqualTo(5);
        assertThat(deadline("", "activeDeadlineSeconds: '7'")).isEqualTo(7);
        assertThat(spec(workflow(
                                "activeDeadlineSeconds: 5",
                                "container: {image: i, command: [c], env: [{name: ARGO_DEBUG_PAUSE_AFTER, value: 'true'}]}"))
                        .has("activeDeadlineSeconds"))
                .isFalse();
    }

    private static int deadline(String spec, String template) {
        return spec(workflow(spec, template + "\n" + CONTAINER))
                .path("activeDeadlineSeconds")
                .asInt();
    }

    @Test
    void anEmptyAffinityOfATemplateIsOneToo() {
        JsonNode spec = spec(workflow("affinity: {podAffinity: {}}", "affinity: {}\n" + CONTAINER));
        assertThat(spec.path("affinity")).isEqualTo(json("{}"));
    }

    @Test
    void argosOwnVolumesAreNotTheUsers() {
        assertThat(PodTesting.rules(pods(workflow(
                        "",
                        "container: {image: i, command: [c], volumeMounts: [{name: tmp-dir-argo, mountPath: /t}]}"))))
                .containsExactly("POD-04");
    }

    @Test
    void waitSeesEachOfMainsPathsOnce() {
        JsonNode spec = spec(workflow("volumes: [{name: v, emptyDir: {}}]", """
                container: {image: i, command: [c], volumeMounts: [{name: v, mountPath: /v}, {name: v, mountPath: /v/}]}
                """));
        assertThat(mounts(container(spec, "wait")))
                .containsExactly("v:/mainctrfs/v", "tmp-dir-argo:/tmp", "var-run-argo:/var/run/argo");
    }

    @Test
    void longArgumentsOfAPatchMoveAlone() {
        String patch = "podSpecPatch: 'containers: [{name: main, args: [" + "x".repeat(140_000) + "]}]'";
        JsonNode spec = spec(workflow(patch, CONTAINER));
        assertThat(mounts(container(spec, "main"))).contains("argo-env-config:/argo/config");
        assertThat(mounts(container(spec, "init"))).doesNotContain("argo-env-config:/argo/config");
    }

    @Test
    void longTemplatesMoveForAllInitContainers() {
        JsonNode spec = spec(workflow("", """
                script: {image: i, command: [sh], source: '%s'}
                initContainers: [{name: before, image: i, command: [c]}]
                """.formatted("<".repeat(30_000))));
        assertThat(mounts(container(spec, "init"))).contains("argo-env-config:/argo/config");
        assertThat(mounts(container(spec, "before"))).contains("argo-env-config:/argo/config");
        assertThat(mounts(container(spec, "main"))).doesNotContain("argo-env-config:/argo/config");
    }

    @Test
    void retriesAvoidTheNodesOfTheSpecsStrategyToo() {
        String yaml = workflow("retryStrategy: {limit: 2, affinity: {nodeAntiAffinity: {}}}", CONTAINER);
        EffectivePods pods = pods(yaml);
        JsonNode pod = pods.pod(pods.calls().get(0), Run.UNKNOWN.with("lastRetry.hosts", "bad"))
                .orElseThrow()
                .pod();
        assertThat(pod.at("/spec/affinity").toString()).contains("\"bad\"");
    }

    @Test
    void globalsAreWhatTheRunHas() {
        String yaml = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf, labels: {l: of-object, m: of-object, free: x}}
                spec:
                  entrypoint: main
                  arguments: {parameters: [{name: p, value: "a<b", enum: ["a<b", c], description: d}]}
                  workflowMetadata:
                    labels: {l: of-spec}
                    labelsFrom: {m: {expression: "workflow.parameters.p == 'c' ? 'yes' : 'no'"}}
                  templates:
                  - name: main
                    container: {image: i, command: [c], args: [
                      '[{{workflow.serviceAccountName}}]', '{{workflow.labels.l}} {{workflow.labels.m}}', '{{workflow.parameters}}']}
                """;
        JsonNode args = container(spec(yaml), "main").path("args");
        assertThat(args.get(0).asText()).isEqualTo("[]");
        assertThat(args.get(1).asText()).isEqualTo("of-spec no");
        assertThat(args.get(2).asText())
                .isEqualTo(
                        "[{\"name\":\"p\",\"value\":\"a\\u003cb\",\"enum\":[\"a\\u003cb\",\"c\"],\"description\":\"d\"}]");
    }

    @Test
    void dataIsWrittenAsGoDoes() {
        JsonNode spec = spec(
                workflow(
                        "",
                        "data: {source: {artifactPaths: {name: a, s3: {bucket: b}}}, transformation: [{expression: 'len(data) > 1'}]}"));
        assertThat(container(spec, "main").at("/command/8").asText()
                        + container(spec, "main").path("command"))
                .contains("\\u003e 1");
    }
}
