package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.config;
import static io.tiphys.verifier.pod.PodTesting.container;
import static io.tiphys.verifier.pod.PodTesting.json;
import static io.tiphys.verifier.pod.PodTesting.manifests;
import static io.tiphys.verifier.pod.PodTesting.mounts;
import static io.tiphys.verifier.pod.PodTesting.names;
import static io.tiphys.verifier.pod.PodTesting.pods;
import static io.tiphys.verifier.pod.PodTesting.rules;
import static io.tiphys.verifier.pod.PodTesting.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** One test for each setting of the controller that shapes pods. */
class ControllerSettingsTest {
    private static final String CONTAINER = "container: {image: i, command: [c]}\n";

    @Test
    void kubeConfigIsMountedInArgosContainers() {
        JsonNode spec = spec("kubeConfig: {secretName: s, secretKey: k}", "", CONTAINER);
        assertThat(spec.at("/volumes/0")).isEqualTo(json("{name: kubeconfig, secret: {secretName: s}}"));
        assertThat(container(spec, "wait").at("/volumeMounts/0"))
                .isEqualTo(json("{name: kubeconfig, mountPath: /kube/config, readOnly: true, subPath: k}"));
        assertThat(container(spec, "init").path("args")).isEqualTo(json("[--kubeconfig=/kube/config]"));
        assertThat(container(spec, "main").has("args")).isFalse();
        JsonNode named = spec("kubeConfig: {secretName: s, secretKey: k, volumeName: v, mountPath: /m}", "", CONTAINER);
        assertThat(mounts(container(named, "wait"))).contains("v:/m");
    }

    @Test
    void instanceIsALabelAndAVariable() {
        JsonNode pod = pod("instanceID: blue", "", CONTAINER);
        assertThat(pod.at("/metadata/labels/workflows.argoproj.io~1controller-instanceid")
                        .asText())
                .isEqualTo("blue");
        assertThat(names(container(pod.path("spec"), "wait").path("env"))).contains("ARGO_INSTANCE_ID");
        assertThat(names(container(pod.path("spec"), "main").path("env"))).doesNotContain("ARGO_INSTANCE_ID");
    }

    @Test
    void podsStayAsLongAsTheWorkflowThenTheControllerSays() {
        String config = "podGCDeleteDelayDuration: 500ms";
        assertThat(kept(config, "podGC: {strategy: OnPodCompletion}")).isEqualTo("OnPodCompletion/500ms");
        assertThat(kept(config, "podGC: {strategy: OnPodSuccess, deleteDelayDuration: 90s}"))
                .isEqualTo("OnPodSuccess/1m30s");
        assertThat(kept("{}", "podGC: {strategy: OnPodSuccess, deleteDelayDuration: 1d}"))
                .isEqualTo("OnPodSuccess/5s");
    }

    private static String kept(String config, String spec) {
        return pod(config, spec, CONTAINER)
                .at("/metadata/annotations/workflows.argoproj.io~1pod-gc-strategy")
                .asText();
    }

    @Test
    void executorSettingsReachEachOfArgosContainers() {
        JsonNode spec = spec(
                "executor: {image: own, imagePullPolicy: Always, args: [-x], resources: {limits: {cpu: 1}}}",
                "",
                CONTAINER);
        for (String name : new String[] {"init", "wait"}) {
            JsonNode argos = container(spec, name);
            assertThat(argos.path("image").asText()).isEqualTo("own");
            assertThat(argos.path("imagePullPolicy").asText()).isEqualTo("Always");
            assertThat(argos.path("args")).isEqualTo(json("[-x]"));
            assertThat(argos.path("resources")).isEqualTo(json("limits: {cpu: '1'}"));
        }
    }

    @Test
    void initlessPodsHaveASupervisor() {
        JsonNode spec = spec("initlessPod: {enabled: true}", "", """
                inputs: {artifacts: [{name: a, path: /a, raw: {data: x}}]}
                script: {image: i, command: [sh], source: date}
                """);
        assertThat(spec.has("initContainers")).isFalse();
        assertThat(names(spec.path("containers"))).containsExactly("supervisor", "main");
        assertThat(names(spec.path("volumes")))
                .containsExactly("var-run-argo", "tmp-dir-argo", "argoexec-bin", "input-artifacts", "argo-staging");
        assertThat(container(spec, "main").at("/command/0").asText()).isEqualTo("/argo-bin/bin/argoexec");
        assertThat(names(container(spec, "main").path("env"))).contains("ARGO_WAIT_FOR_READY");
        assertThat(mounts(container(spec, "main")))
                .containsExactly(
                        "input-artifacts:/argo/inputs/artifacts",
                        "argo-staging:/argo/staging",
                        "argoexec-bin:/argo-bin",
                        "var-run-argo:/var/run/argo");
        assertThat(mounts(container(spec, "supervisor")))
                .containsExactly(
                        "input-artifacts:/argo/inputs/artifacts",
                        "argo-staging:/argo/staging",
                        "input-artifacts:/mainctrfs/argo/inputs/artifacts",
                        "argo-staging:/mainctrfs/argo/staging",
                        "tmp-dir-argo:/tmp",
                        "var-run-argo:/var/run/argo");
    }

    @Test
    void initlessMainWithoutSupervisorGetsTheTemplateItself() {
        JsonNode main = container(spec("initlessPod: {enabled: true}", "", "resource: {action: get}"), "main");
        assertThat(names(main.path("env"))).contains("ARGO_TEMPLATE").doesNotContain("ARGO_WAIT_FOR_READY");
    }

    @Test
    void initlessPodsRefuseArtifactsAroundAMount() {
        String yaml = workflow("volumes: [{name: v, emptyDir: {}}]", """
                inputs: {artifacts: [{name: a, path: /data, raw: {data: x}}]}
                container: {image: i, command: [c], volumeMounts: [{name: v, mountPath: /data/shared}]}
                """);
        assertThat(rules(pods(yaml, config("initlessPod: {enabled: true}")))).containsExactly("POD-11");
        assertThat(rules(pods(yaml))).isEmpty();
    }

    @Test
    void agentsCanBeLeftToOthers() {
        String http = workflow("", "http: {url: https://example.org}");
        assertThat(pods(http, config("disableAgentPodCreation: true")).agent(Run.UNKNOWN))
                .isEmpty();
    }

    @Test
    void agentTakesThePlacementOfTheSpec() {
        JsonNode pod = pods(
                        workflow(
                                "podPriorityClassName: high\nserviceAccountName: sa\nexecutor: {serviceAccountName: ex}\n"
                                        + "podMetadata: {labels: {workflows.argoproj.io/component: mine}}",
                                "http: {url: https://example.org}"),
                        config("instanceID: blue"))
                .agent(Run.UNKNOWN)
                .orElseThrow()
                .pod();
        assertThat(pod.at("/spec/priorityClassName").asText()).isEqualTo("high");
        assertThat(pod.at("/spec/volumes/1/secret/secretName").asText()).isEqualTo("sa.service-account-token");
        assertThat(pod.at("/metadata/labels"))
                .isEqualTo(json("{workflows.argoproj.io/workflow: wf, workflows.argoproj.io/completed: 'false', "
                        + "workflows.argoproj.io/component: mine, workflows.argoproj.io/controller-instanceid: blue}"));
    }

    @Test
    void pod19FailsForUnknownDriversAndPassesForKnown() {
        String yaml = workflow(
                "",
                CONTAINER + "outputs: {artifacts: [{name: o, path: /o, plugin: {name: p, key: k, configuration: c}}]}");
        String map =
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {artifactDrivers: '[{name: %s, image: i}]'}";
        assertThat(rules(pods(
                        yaml, ControllerConfig.of(manifests(map.formatted("q")).get(0)))))
                .containsExactly("POD-19");
        assertThat(rules(pods(
                        yaml, ControllerConfig.of(manifests(map.formatted("p")).get(0)))))
                .isEmpty();
    }

    private static JsonNode pod(String config, String spec, String template) {
        return pods(workflow(spec, template), config(config)).pods().get(0).pod();
    }

    private static JsonNode spec(String config, String spec, String template) {
        return pod(config, spec, template).path("spec");
    }
}
