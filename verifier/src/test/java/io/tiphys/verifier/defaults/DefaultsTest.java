package io.tiphys.verifier.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server makes of objects before policies see them. */
class DefaultsTest {
    private static JsonNode yaml(String text) {
        return new YamlReader().read(text).documents().get(0).json();
    }

    private static JsonNode pod(String spec) {
        return Defaults.admitted(yaml("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: " + spec));
    }

    private static void has(JsonNode object, String pointer, String json) {
        assertThat(object.at(pointer)).as(pointer).isEqualTo(yaml("v: " + json).path("v"));
    }

    @Test
    void pods() {
        JsonNode pod = pod("{containers: [{name: c, image: a}], hostNetwork: false}");
        has(pod, "/spec/restartPolicy", "Always");
        has(pod, "/spec/securityContext", "{}");
        has(pod, "/spec/serviceAccountName", "default");
        has(pod, "/spec/priority", "0");
        has(pod, "/spec/containers/0/terminationMessagePolicy", "File");
        has(pod, "/spec/containers/0/volumeMounts/0/name", "kube-api-access-xxxxx");
        has(pod, "/spec/tolerations/0/key", "node.kubernetes.io/not-ready");
        has(pod, "/metadata/namespace", "default");
        has(pod, "/status", "{phase: Pending, qosClass: BestEffort}");
        assertThat(pod.path("spec").has("hostNetwork")).isFalse();
    }

    @Test
    void whatIsSetStays() {
        JsonNode pod =
                pod("{containers: [{name: c, image: a}], restartPolicy: Never, automountServiceAccountToken: false,"
                        + " serviceAccountName: runner, tolerations: [{operator: Exists}]}");
        has(pod, "/spec/restartPolicy", "Never");
        has(pod, "/spec/serviceAccount", "runner");
        assertThat(pod.at("/spec/volumes").isMissingNode()).isTrue();
        assertThat(pod.at("/spec/tolerations").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "busybox, Always",
        "busybox:latest, Always",
        "busybox:1, IfNotPresent",
        "'host:5000/busybox', Always",
        "'busybox@sha256:00', IfNotPresent"
    })
    void pullPolicy(String image, String policy) {
        has(pod("{containers: [{name: c, image: '" + image + "'}]}"), "/spec/containers/0/imagePullPolicy", policy);
    }

    @Test
    void amounts() {
        JsonNode pod = pod("{containers: [{name: c, image: a, resources: {limits: {cpu: 0.1m, memory: 1024Mi}}}]}");
        has(pod, "/spec/containers/0/resources/limits", "{cpu: 1m, memory: 1Gi}");
        has(pod, "/spec/containers/0/resources/requests", "{cpu: 1m, memory: 1Gi}");
        has(pod, "/status/qosClass", "Guaranteed");
        has(
                pod("{containers: [{name: c, image: a, resources: {requests: {cpu: '1e-4', memory: 10Ei}}}]}"),
                "/spec/containers/0/resources/requests",
                "{cpu: '1e-3', memory: '9223372036854775807'}");
    }

    @Test
    void whatIsCopiedFromTheUnknownIsUnknown() {
        Set<JsonPointer> unknown =
                new HashSet<>(Set.of(JsonPointer.compile("/spec/containers/0/resources/limits/cpu")));
        Defaults.admitted(
                yaml(
                        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, resources: {limits: {cpu: '{{x}}'}}}]}}"),
                unknown);
        assertThat(unknown).contains(JsonPointer.compile("/spec/containers/0/resources/requests/cpu"));
    }

    @Test
    void workloads() {
        JsonNode deployment = Defaults.admitted(yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d, namespace: argo}
                spec:
                  replicas: 0
                  template: {spec: {hostNetwork: true, containers: [{name: c, image: a, ports: [{containerPort: 80}]}]}}
                """));
        has(deployment, "/spec/replicas", "0");
        has(deployment, "/spec/strategy", "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 25%, maxSurge: 25%}}");
        has(deployment, "/spec/template/metadata", "{}");
        has(deployment, "/spec/template/spec/containers/0/ports/0", "{containerPort: 80, protocol: TCP}");
        has(
                pod("{hostNetwork: true, containers: [{name: c, image: a, ports: [{containerPort: 80}]}]}"),
                "/spec/containers/0/ports/0/hostPort",
                "80");
    }

    @Test
    void jobsAndClaims() {
        JsonNode job = Defaults.admitted(yaml(
                "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec: {containers: []}}}}"));
        has(job, "/spec/completions", "1");
        has(job, "/spec/template/metadata/labels/job-name", "j");
        assertThat(job.at("/metadata/labels").isMissingNode()).isTrue();
        has(Defaults.decoded(job), "/metadata/labels/job-name", "j");
        JsonNode claim =
                Defaults.admitted(yaml("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: v}, spec: {}}"));
        has(claim, "/metadata/finalizers", "[kubernetes.io/pvc-protection]");
        has(claim, "/spec/volumeMode", "Filesystem");
        has(claim, "/status", "{}");
    }

    @Test
    void otherKinds() {
        has(
                Defaults.admitted(yaml("{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: b}}")),
                "/data",
                "{a: Yg==}");
        has(
                Defaults.admitted(
                        yaml(
                                "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: LoadBalancer, ports: [{port: 80}]}}")),
                "/spec/ports/0",
                "{port: 80, protocol: TCP, targetPort: 80}");
        has(
                Defaults.admitted(
                        yaml(
                                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: np}, spec: {podSelector: {}, egress: [{}]}}")),
                "/spec/policyTypes",
                "[Ingress, Egress]");
    }

    @Test
    void argoKinds() {
        JsonNode template = Defaults.admitted(yaml("""
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {generateName: w-, annotations: {a: null}}
                spec:
                  arguments: null
                  templates: [{name: t, container: {image: a, ports: [{containerPort: 80}]}, plugin: {x: null}}]
                """));
        has(template, "/metadata/name", "w-xxxxx");
        has(template, "/metadata/annotations/a", "''");
        has(template, "/spec/templates/0/container/ports/0/protocol", "TCP");
        assertThat(template.path("spec").has("arguments")).isFalse();
        assertThat(template.at("/spec/templates/0/plugin").has("x")).isTrue();
    }

    @Test
    void whatDoesNotDecodeIsLeftAlone() {
        JsonNode bad = yaml("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: 5}}");
        assertThat(Defaults.admitted(bad)).isSameAs(bad);
        JsonNode unknown = yaml("{apiVersion: example.org/v1, kind: Thing, metadata: {name: t}}");
        assertThat(Defaults.admitted(unknown)).isSameAs(unknown);
    }

    @Test
    void appArmor() {
        JsonNode pod = Defaults.admitted(yaml("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p, annotations: {container.apparmor.security.beta.kubernetes.io/c: localhost/x}}
                spec: {containers: [{name: c, image: a}]}
                """));
        has(pod, "/spec/containers/0/securityContext/appArmorProfile", "{type: Localhost, localhostProfile: x}");
    }
}
