package io.tiphys.model.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import facility.Author;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.tiphys.model.argo.Template;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.value.BadValueException;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KubernetesRenderingTest {
    private static final Container CONTAINER = new ContainerBuilder()
            .withName("main")
            .withImage("busybox:1")
            .withCommand("true")
            .withNewResources()
            .withRequests(Map.of(
                    "memory", new Quantity("1Gi"), "cpu", new Quantity("500m"), "nvidia.com/gpu", new Quantity("1")))
            .endResources()
            .withNewReadinessProbe()
            .withNewHttpGet()
            .withPort(new IntOrString("http"))
            .endHttpGet()
            .endReadinessProbe()
            .build();
    private static final PodSpec POD = new PodSpecBuilder()
            .withRestartPolicy("Never")
            .withContainers(CONTAINER)
            .addNewVolume()
            .withName("tmp")
            .withEmptyDir(new EmptyDirVolumeSource())
            .endVolume()
            .build();
    private static final String POD_YAML = """
            containers:
            - name: main
              image: busybox:1
              command:
              - "true"
              readinessProbe:
                httpGet:
                  port: http
              resources:
                requests:
                  cpu: 500m
                  memory: 1Gi
                  nvidia.com/gpu: "1"
            restartPolicy: Never
            volumes:
            - name: tmp
              emptyDir: {}
            """;

    /** Text of the manifest; reading it gives the same again. */
    private static String yaml(HasMetadata object) {
        JsonNode json = Rendering.render(object).json();
        String text = YamlWriter.write(json);
        assertThat(Rendering.render(object).json()).isEqualTo(json);
        assertThat(new YamlReader().read(text).documents().get(0).json()).isEqualTo(json);
        return text;
    }

    @Test
    void job() {
        assertThat(yaml(new JobBuilder()
                        .withNewMetadata()
                        .withGenerateName("run-")
                        .withLabels(Map.of("z", "1", "a", "2", "m", "3"))
                        .endMetadata()
                        .withNewSpec()
                        .withBackoffLimit(0)
                        .withNewTemplate()
                        .withSpec(POD)
                        .endTemplate()
                        .endSpec()
                        .withStatus(new JobStatus())
                        .build()))
                .isEqualTo("""
                        apiVersion: batch/v1
                        kind: Job
                        metadata:
                          generateName: run-
                          labels:
                            a: "2"
                            m: "3"
                            z: "1"
                        spec:
                          backoffLimit: 0
                          template:
                            spec:
                        """ + POD_YAML.indent(6));
    }

    @Test
    void cronJob() {
        assertThat(yaml(new CronJobBuilder()
                        .withNewMetadata()
                        .withName("nightly")
                        .endMetadata()
                        .withNewSpec()
                        .withSchedule("0 3 * * *")
                        .withSuspend(false)
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withNewTemplate()
                        .withSpec(POD)
                        .endTemplate()
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build()))
                .isEqualTo("""
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata:
                          name: nightly
                        spec:
                          jobTemplate:
                            spec:
                              template:
                                spec:
                        """ + POD_YAML.indent(10) + "  schedule: 0 3 * * *\n  suspend: false\n");
    }

    @Test
    void pod() {
        assertThat(yaml(new PodBuilder()
                        .withNewMetadata()
                        .withName("p")
                        .withNamespace("lab")
                        .endMetadata()
                        .withSpec(POD)
                        .build()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: p
                          namespace: lab
                        spec:
                        """ + POD_YAML.indent(2));
    }

    @Test
    void deployment() {
        assertThat(yaml(new DeploymentBuilder()
                        .withNewMetadata()
                        .withLabels(Map.of("app", "d"))
                        .withName("d")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(1)
                        .withNewStrategy()
                        .withNewRollingUpdate()
                        .withMaxSurge(new IntOrString("25%"))
                        .withMaxUnavailable(new IntOrString(0))
                        .endRollingUpdate()
                        .endStrategy()
                        .withNewSelector()
                        .withMatchLabels(Map.of("app", "d"))
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(Map.of("app", "d"))
                        .endMetadata()
                        .withSpec(POD)
                        .endTemplate()
                        .endSpec()
                        .withNewStatus()
                        .endStatus()
                        .build()))
                .isEqualTo("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: d
                          labels:
                            app: d
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: d
                          strategy:
                            rollingUpdate:
                              maxSurge: 25%
                              maxUnavailable: 0
                          template:
                            metadata:
                              labels:
                                app: d
                            spec:
                        """ + POD_YAML.indent(6));
    }

    @Test
    void claim() {
        assertThat(yaml(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName("data")
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteMany")
                        .withStorageClassName("")
                        .withNewResources()
                        .addToRequests("storage", new Quantity("10", "Gi"))
                        .endResources()
                        .endSpec()
                        .withStatus(new PersistentVolumeClaimStatus())
                        .build()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata:
                          name: data
                        spec:
                          accessModes:
                          - ReadWriteMany
                          resources:
                            requests:
                              storage: 10Gi
                          storageClassName: ""
                        """);
    }

    @Test
    void configMapAndSecret() {
        assertThat(yaml(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("c")
                        .endMetadata()
                        .withData(Map.of("b", "line\nline\n", "a", "true"))
                        .build()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: c
                        data:
                          a: "true"
                          b: |
                            line
                            line
                        """);
        assertThat(yaml(new SecretBuilder()
                        .withNewMetadata()
                        .withName("s")
                        .endMetadata()
                        .withType("Opaque")
                        .withStringData(Map.of("user", "u"))
                        .build()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: s
                        type: Opaque
                        stringData:
                          user: u
                        """);
    }

    @Test
    void accountAndRights() {
        assertThat(yaml(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("runner")
                        .endMetadata()
                        .withAutomountServiceAccountToken(false)
                        .build()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: runner
                        automountServiceAccountToken: false
                        """);
        assertThat(yaml(new RoleBuilder()
                        .withNewMetadata()
                        .withName("r")
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("")
                        .withResources("pods")
                        .withVerbs("get", "patch")
                        .endRule()
                        .build()))
                .isEqualTo("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata:
                          name: r
                        rules:
                        - apiGroups:
                          - ""
                          resources:
                          - pods
                          verbs:
                          - get
                          - patch
                        """);
        assertThat(yaml(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("r")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "r")
                        .addNewSubject()
                        .withKind("ServiceAccount")
                        .withName("runner")
                        .endSubject()
                        .build()))
                .isEqualTo("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: r
                        roleRef:
                          kind: Role
                          name: r
                          apiGroup: rbac.authorization.k8s.io
                        subjects:
                        - kind: ServiceAccount
                          name: runner
                        """);
    }

    @Test
    void aKindThatNobodyKnows() {
        assertThat(yaml(new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.org/v1")
                        .withKind("Beamline")
                        .addToAdditionalProperties("status", Map.of("on", true))
                        .addToAdditionalProperties("spec", Map.of("b", 1, "a", List.of("x")))
                        .withNewMetadata()
                        .withName("i13")
                        .endMetadata()
                        .build()))
                .isEqualTo("""
                        apiVersion: example.org/v1
                        kind: Beamline
                        metadata:
                          name: i13
                        spec:
                          a:
                          - x
                          b: 1
                        """);
    }

    @Test
    void theObjectAndItsNameHaveTheLineOfTheAuthor() {
        JavaLine line = new JavaLine("facility.Author", "facility/Author.java", Author.CLAIM_LINE);
        assertThat(Author.claim().lines()).containsOnly(Map.entry("", line), Map.entry("/metadata/name", line));
        JavaLine other = new JavaLine("a.B", "a/B.java", 7);
        assertThat(Rendering.render(
                                new JobBuilder()
                                        .withNewMetadata()
                                        .withGenerateName("x-")
                                        .endMetadata()
                                        .build(),
                                Optional.of(other))
                        .lines())
                .containsOnly(Map.entry("", other), Map.entry("/metadata/generateName", other));
    }

    @Test
    void aQuantityThatIsNoneIsRefused() {
        PodBuilder pod = new PodBuilder()
                .withNewSpec()
                .addNewContainer()
                .withNewResources()
                .addToLimits("memory", new Quantity("1Gx"))
                .endResources()
                .endContainer()
                .endSpec();
        assertThatThrownBy(() -> Rendering.render(pod.build()))
                .isInstanceOf(BadValueException.class)
                .hasMessageStartingWith("spec.containers.[0].resources.limits.memory: \"1Gx\" is no quantity");
        assertThatThrownBy(() -> Template.of()
                        .container(pod.build().getSpec().getContainers().get(0)))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("limits.memory: \"1Gx\"");
    }

    @Test
    void mapsComeInAnOrderThatNoHashDecides() {
        assertThat(Template.of()
                        .nodeSelector(Map.of("z", "1", "a", "2", "m", "3"))
                        .toJson())
                .hasToString("{\"nodeSelector\":{\"a\":\"2\",\"m\":\"3\",\"z\":\"1\"}}");
        Map<String, String> own = new java.util.LinkedHashMap<>();
        own.put("z", "1");
        own.put("a", "2");
        assertThat(Template.of().nodeSelector(own).toJson())
                .hasToString("{\"nodeSelector\":{\"z\":\"1\",\"a\":\"2\"}}");
        assertThat(Template.of().with("x", java.util.Set.of("c", "a", "b")).toJson())
                .hasToString("{\"x\":[\"a\",\"b\",\"c\"]}");
        assertThat(Template.of().with("x", new String[] {"c", "a"}).toJson()).hasToString("{\"x\":[\"c\",\"a\"]}");
    }
}
