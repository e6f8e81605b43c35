package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** One container: what each word sets in it, in its template, in its pod. */
class ContainersTest {
    private final Input count = input("count");
    private final ContainerTemplate run = container("run").image("busybox:1");

    @Test
    void wordsOfTheContainer() {
        Template all = run.pullPolicy("Always")
                .command("sh", "-c")
                .args("echo", count, 1, true)
                .addArgs("--last=" + count)
                .workingDir("/work")
                .port(8080)
                .env("PLAIN", 7)
                .env("KEY", secret("login", "token").optional())
                .env("MAP", configMap("settings", "mode"))
                .env("POD", podField("metadata.name"))
                .envFrom(secret("login"))
                .envFrom(configMap("settings").optional())
                .readOnlyRoot();
        same(all, "/container", """
                image: busybox:1
                imagePullPolicy: Always
                command:
                - sh
                - -c
                args:
                - echo
                - "{{inputs.parameters.count}}"
                - "1"
                - "true"
                - --last={{inputs.parameters.count}}
                workingDir: /work
                ports:
                - containerPort: 8080
                env:
                - name: PLAIN
                  value: "7"
                - name: KEY
                  valueFrom:
                    secretKeyRef:
                      name: login
                      key: token
                      optional: true
                - name: MAP
                  valueFrom:
                    configMapKeyRef:
                      name: settings
                      key: mode
                - name: POD
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
                envFrom:
                - secretRef:
                    name: login
                - configMapRef:
                    name: settings
                    optional: true
                securityContext:
                  readOnlyRootFilesystem: true
                """);
    }

    @Test
    void argumentsGivenAgainReplaceThoseBefore() {
        assertThat(yaml(run.args("a").args("b"), "/container/args")).isEqualTo("- b\n");
        assertThat(yaml(run.addArgs("a").addArgs("b", "c"), "/container/args")).isEqualTo("- a\n- b\n- c\n");
    }

    @Test
    void resourcesAreRequestAndLimit() {
        Template all = run.cpus(2).memory("4Gi").gpus(1).resource("ephemeral-storage", "1G");
        same(all, "/container/resources", """
                requests:
                  cpu: "2"
                  ephemeral-storage: 1G
                  memory: 4Gi
                  nvidia.com/gpu: "1"
                limits:
                  cpu: "2"
                  ephemeral-storage: 1G
                  memory: 4Gi
                  nvidia.com/gpu: "1"
                """);
    }

    @Test
    void aLimitAboveWhatIsRequestedIsSaidApart() {
        same(run.limit("memory", "8Gi").cpus(1).memory("4Gi"), "/container/resources", """
                requests: {cpu: "1", memory: 4Gi}
                limits: {cpu: "1", memory: 8Gi}
                """);
        assertThat(yaml(run.memory("4Gi").limit("memory", input("most", "8Gi")), "/podSpecPatch"))
                .contains("requests:\n      memory: 4Gi\n    limits:\n      memory: \"{{inputs.parameters.most}}\"");
        assertThat(yaml(run.limit("memory", "8Gi"), "/container/resources/requests"))
                .isEmpty();
        assertThat(Render.manifest(run.limit("memory", "much")).findings())
                .anyMatch(finding -> finding.message().contains("much"));
    }

    @Test
    void whatHeraRefusesIsTaken() {
        assertThat(yaml(run.memory("1G"), "/container/resources/limits")).isEqualTo("memory: 1G\n");
        assertThat(yaml(run.memory(1_000_000), "/container/resources/limits")).isEqualTo("memory: \"1000000\"\n");
        assertThat(yaml(run.cpus("100u"), "/container/resources/limits")).isEqualTo("cpu: 100u\n");
        assertThat(yaml(run.cpus("{{workflow.parameters.cpus}}"), "/podSpecPatch"))
                .contains("cpu: \"{{workflow.parameters.cpus}}\"");
    }

    @Test
    void wordsOfTheTemplate() {
        Template all = run.deadline(60)
                .timeout("10m")
                .podLabel("app", count)
                .podAnnotation("note", 1)
                .serviceAccount("runner")
                .nodeSelector("disk", "ssd")
                .toleration("gpu", "", "NoSchedule")
                .toleration("area", "i22", "NoExecute")
                .priorityClass("high")
                .parallelism(3)
                .failFast(false)
                .daemon();
        same(all, "", """
                name: run
                metadata:
                  annotations:
                    note: "1"
                  labels:
                    app: "{{inputs.parameters.count}}"
                inputs:
                  parameters:
                  - name: count
                nodeSelector:
                  disk: ssd
                tolerations:
                - key: gpu
                  operator: Exists
                  effect: NoSchedule
                - key: area
                  operator: Equal
                  value: i22
                  effect: NoExecute
                activeDeadlineSeconds: 60
                container:
                  image: busybox:1
                daemon: true
                failFast: false
                parallelism: 3
                priorityClassName: high
                serviceAccountName: runner
                timeout: 10m
                """);
    }

    @Test
    void aTimeoutIsATextAlsoWhenItIsANumber() {
        assertThat(Render.manifest(run.timeout(60))
                        .render()
                        .json()
                        .at("/spec/templates/0/timeout")
                        .isTextual())
                .isTrue();
    }

    @Test
    void placementAndSecurityByFabric8sClasses() {
        Template all = run.affinity(new AffinityBuilder()
                        .withNewNodeAffinity()
                        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                        .addNewNodeSelectorTerm()
                        .addNewMatchExpression()
                        .withKey("gpu")
                        .withOperator("Exists")
                        .endMatchExpression()
                        .endNodeSelectorTerm()
                        .endRequiredDuringSchedulingIgnoredDuringExecution()
                        .endNodeAffinity()
                        .build())
                .podSecurity(new PodSecurityContextBuilder().withFsGroup(1000L).build())
                .nonRoot()
                .security(new SecurityContextBuilder().withRunAsUser(1000L).build())
                .readOnlyRoot();
        same(all, "/affinity", """
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions:
                      - key: gpu
                        operator: Exists
                """);
        same(all, "/securityContext", "runAsNonRoot: true\nfsGroup: 1000\n");
        same(all, "/container/securityContext", "runAsUser: 1000\nreadOnlyRootFilesystem: true\n");
    }

    @Test
    void theTypedModelBelow() {
        Template all = run.containerModel(c -> c.tty(true)).model(t -> t.parallelism(3L));
        same(all, "/container", "image: busybox:1\ntty: true\n");
        assertThat(yaml(all, "/parallelism")).isEqualTo("3");
    }

    @Test
    void aBaseIsSharedWithoutBeingChanged() {
        ContainerTemplate other = run.named("other").args("x").env("A", 1).mount(emptyDir("cache", "/cache", "1Gi"));
        assertThat(yaml(run, "")).isEqualTo("name: run\ncontainer:\n  image: busybox:1\n");
        assertThat(yaml(other, "/name")).isEqualTo("other");
        assertThat(yaml(other, "/container/env/0/value")).isEqualTo("1");
    }
}
