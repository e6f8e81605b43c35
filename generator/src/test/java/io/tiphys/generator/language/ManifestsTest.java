package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** All kinds of manifest, and what is said of the whole. */
class ManifestsTest {
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Site site = Site.defaults();

    @Test
    void theFourKindsOfArgo() {
        same(site.clusterWorkflowTemplate("a").entrypoint(run), "", """
                apiVersion: argoproj.io/v1alpha1
                kind: ClusterWorkflowTemplate
                metadata: {name: a}
                spec:
                  entrypoint: run
                  securityContext: {runAsNonRoot: true}
                  templates: [{name: run, container: {image: "busybox:1"}}]
                """);
        assertThat(yaml(site.workflowTemplate("a").entrypoint(run), "/kind")).isEqualTo("WorkflowTemplate");
        assertThat(yaml(site.workflow("a").entrypoint(run), "/metadata")).isEqualTo("name: a\n");
        assertThat(yaml(site.workflow("a-").entrypoint(run), "/metadata")).isEqualTo("generateName: a-\n");
        assertThat(site.workflow("a-").name()).isEqualTo("a-");
    }

    @Test
    void aCronWorkflow() {
        same(
                site.allowRoot()
                        .cronWorkflow("nightly", "0 3 * * *", "0 12 * * *")
                        .timezone("Europe/London")
                        .concurrency("Forbid")
                        .suspended()
                        .history(3, 1)
                        .startingDeadline(60)
                        .cron(c -> c.when("{{cronworkflow.failed}} < 3"))
                        .title("Nightly")
                        .entrypoint(run),
                "",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: CronWorkflow
                metadata:
                  name: nightly
                  annotations: {workflows.argoproj.io/title: Nightly}
                spec:
                  schedules: ["0 3 * * *", "0 12 * * *"]
                  timezone: Europe/London
                  concurrencyPolicy: Forbid
                  suspend: true
                  successfulJobsHistoryLimit: 3
                  failedJobsHistoryLimit: 1
                  startingDeadlineSeconds: 60
                  when: "{{cronworkflow.failed}} < 3"
                  workflowSpec:
                    entrypoint: run
                    templates: [{name: run, container: {image: "busybox:1"}}]
                """);
    }

    @Test
    void anyKubernetesObject() {
        same(
                Manifest.of(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName("data")
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteOnce")
                        .withNewResources()
                        .addToRequests("storage", new Quantity("1Gi"))
                        .endResources()
                        .endSpec()
                        .build()),
                "",
                """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        Manifest role = Manifest.of(new RoleBuilder()
                .withNewMetadata()
                .withName("reader")
                .endMetadata()
                .build());
        assertThat(role.name()).isEqualTo("reader");
        assertThat(role.findings()).isEmpty();
        assertThat(yaml(role, "/apiVersion")).isEqualTo("rbac.authorization.k8s.io/v1");
    }

    @Test
    void wordsOfTheWhole() {
        WorkflowManifest all = site.workflow("sample-")
                .entrypoint(run)
                .template(run.named("spare"))
                .title("Sample")
                .description("What *it* does")
                .label("area", "imaging")
                .annotation("note", 1)
                .namespace("team")
                .parameters(parameter("scan", "/scan"))
                .parallelism(4)
                .deadline(3600)
                .serviceAccount("runner")
                .deleteAfter(60)
                .deletePods("OnPodSuccess")
                .podLabel("app", "sample")
                .podAnnotation("note", 2)
                .nodeSelector("disk", "ssd")
                .toleration("gpu", "", "NoSchedule")
                .imagePullSecret("registry")
                .affinity(new AffinityBuilder()
                        .withNewPodAffinity()
                        .endPodAffinity()
                        .build())
                .podSecurity(
                        new PodSecurityContextBuilder().withRunAsUser(1000L).build())
                .spec(spec -> spec.priority(5));
        same(all, "", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata:
                  generateName: sample-
                  namespace: team
                  labels: {area: imaging}
                  annotations:
                    workflows.argoproj.io/title: Sample
                    workflows.argoproj.io/description: What *it* does
                    note: "1"
                spec:
                  entrypoint: run
                  arguments: {parameters: [{name: scan, value: /scan}]}
                  parallelism: 4
                  activeDeadlineSeconds: 3600
                  serviceAccountName: runner
                  ttlStrategy: {secondsAfterCompletion: 60}
                  podGC: {strategy: OnPodSuccess}
                  podMetadata: {labels: {app: sample}, annotations: {note: "2"}}
                  nodeSelector: {disk: ssd}
                  tolerations: [{key: gpu, operator: Exists, effect: NoSchedule}]
                  imagePullSecrets: [{name: registry}]
                  affinity: {podAffinity: {}}
                  securityContext: {runAsUser: 1000}
                  priority: 5
                  templates:
                  - {name: run, container: {image: "busybox:1"}}
                  - {name: spare, container: {image: "busybox:1"}}
                """);
        same(all.deleteAfter(1, 2, 3), "/spec/ttlStrategy", """
                {secondsAfterCompletion: 1, secondsAfterSuccess: 2, secondsAfterFailure: 3}
                """);
    }

    @Test
    void whatAllTemplatesHave() {
        same(
                site.workflow("a").entrypoint(run).templateDefaults(t -> t.timeout("1h")
                        .failFast(true)),
                "/spec/templateDefaults",
                "{timeout: 1h, failFast: true}");
    }

    @Test
    void whatTheEntrypointIsGivenBecomesTheArguments() {
        Input scan = input("scan");
        ArtifactInput raw = artifact("raw", "/raw");
        same(
                site.workflow("a")
                        .entrypoint(run.args(scan, parameter("other", 1))
                                .inputs(raw)
                                .with(scan, "/scan")
                                .with(raw, Location.http("https://example.org/raw"))),
                "/spec/arguments",
                """
                parameters: [{name: other, value: "1"}, {name: scan, value: /scan}]
                artifacts: [{name: raw, http: {url: "https://example.org/raw"}}]
                """);
    }

    @Test
    void theSitesDefaults() {
        Site here = site.label("facility", "here")
                .annotation("contact", "us")
                .gpuToleration("gpu", "", "NoSchedule")
                .gpuToleration("node", "big", "NoSchedule")
                .spec(spec -> spec.priority(1));
        same(here.workflow("a").label("facility", "there").entrypoint(run.gpus(1)), "", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: a, labels: {facility: there}, annotations: {contact: us}}
                spec:
                  entrypoint: run
                  priority: 1
                  securityContext: {runAsNonRoot: true}
                  templates:
                  - name: run
                    tolerations:
                    - {key: gpu, operator: Exists, effect: NoSchedule}
                    - {key: node, operator: Equal, value: big, effect: NoSchedule}
                    container:
                      image: busybox:1
                      resources: {requests: {nvidia.com/gpu: "1"}, limits: {nvidia.com/gpu: "1"}}
                """);
        same(
                here.workflow("a").entrypoint(run.gpus(1).toleration("mine", "", "NoSchedule")),
                "/spec/templates/0/tolerations",
                """
                [{key: mine, operator: Exists, effect: NoSchedule}]
                """);
        assertThat(yaml(here.workflow("a").spec(spec -> spec.priority(2)).entrypoint(run), "/spec/priority"))
                .isEqualTo("2");
        assertThat(yaml(site.allowRoot().workflow("a").entrypoint(run), "/spec/securityContext"))
                .isEmpty();
    }
}
