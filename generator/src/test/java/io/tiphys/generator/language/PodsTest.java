package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** Several containers in one pod. */
class PodsTest {
    private final Input memory = input("memory");
    private final ContainerTemplate helper = container("helper").image("busybox:1");
    private final ContainerTemplate run = container("run").image("busybox:2");

    @Test
    void initContainersAndSidecars() {
        Template all = run.memory("1Gi")
                .initContainer(
                        helper.named("fetch").command("fetch").memory("2Gi").mount(emptyDir("data", "/data")))
                .sidecar(helper.named("proxy").port(80).containerModel(c -> c.mirrorVolumeMounts(true)));
        same(all, "", """
                name: run
                volumes:
                - name: data
                  emptyDir: {}
                initContainers:
                - name: fetch
                  image: busybox:1
                  command:
                  - fetch
                  resources:
                    requests:
                      memory: 2Gi
                    limits:
                      memory: 2Gi
                  volumeMounts:
                  - name: data
                    mountPath: /data
                container:
                  image: busybox:2
                  resources:
                    requests:
                      memory: 1Gi
                    limits:
                      memory: 1Gi
                sidecars:
                - name: proxy
                  image: busybox:1
                  ports:
                  - containerPort: 80
                  mirrorVolumeMounts: true
                """);
    }

    @Test
    void referencedResourcesOfAllContainersStandInOnePatch() {
        Template all = run.memory(memory)
                .initContainer(helper.named("fetch").memory(memory))
                .sidecar(helper.named("proxy").memory("1Gi"));
        same(all, "/podSpecPatch", """
                containers:
                - name: main
                  resources:
                    requests:
                      memory: "{{inputs.parameters.memory}}"
                    limits:
                      memory: "{{inputs.parameters.memory}}"
                initContainers:
                - name: fetch
                  resources:
                    requests:
                      memory: "{{inputs.parameters.memory}}"
                    limits:
                      memory: "{{inputs.parameters.memory}}"
                """);
        assertThat(yaml(all, "/sidecars/0/resources/limits")).isEqualTo("memory: 1Gi\n");
        assertThat(yaml(all, "/inputs")).isEqualTo("parameters:\n- name: memory\n");
    }

    @Test
    void aContainerSetWithAnOrder() {
        Template all = containerSet("set", c -> {
                    var first = c.container(helper.named("first").command("a").memory("1Gi"));
                    var second = c.container(helper.named("second").command("b").memory(memory));
                    c.container(helper.named("main").command("c").args(memory)).after(first, second);
                })
                .mount(emptyDir("work", "/work", "1Gi"))
                .retryContainers(3, "10s");
        same(all, "/containerSet", """
                containers:
                - name: first
                  image: busybox:1
                  command:
                  - a
                  resources:
                    requests:
                      memory: 1Gi
                    limits:
                      memory: 1Gi
                - name: second
                  image: busybox:1
                  command:
                  - b
                - name: main
                  image: busybox:1
                  command:
                  - c
                  args:
                  - "{{inputs.parameters.memory}}"
                  dependencies:
                  - first
                  - second
                retryStrategy:
                  duration: 10s
                  retries: "3"
                volumeMounts:
                - name: work
                  mountPath: /work
                """);
        assertThat(yaml(all, "/podSpecPatch")).startsWith("containers:\n- name: second\n  resources:\n");
        assertThat(yaml(all, "/volumes/0/name")).isEqualTo("work");
    }

    @Test
    void gen27AlsoInAContainerBeside() {
        ContainerTemplate wrong = helper.memory("1GB");
        for (Template all : java.util.List.of(
                run.sidecar(wrong), run.initContainer(wrong), containerSet("set", c -> c.container(wrong)))) {
            assertThat(Render.manifest(all).findings()).singleElement().satisfies(finding -> assertThat(finding.rule())
                    .isEqualTo("GEN-27"));
        }
    }

    @Test
    void aGpuInAContainerBesideBringsTolerationsToo() {
        Site site = Site.defaults().gpuToleration("nvidia.com/gpu", "", "NoSchedule");
        Template all = containerSet("set", c -> c.container(helper.gpus(1)));
        assertThat(yaml(site.workflow("w").entrypoint(all), "/spec/templates/0/tolerations/0/key"))
                .isEqualTo("nvidia.com/gpu");
    }
}
