package io.tiphys.generator;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.hostDirectory;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.WorkflowParameter;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

/** What the language infers, and that each thing inferred is visible in the manifest. */
class LanguageTest {
    private final Site site = Site.defaults()
            .gpuToleration("nvidia.com/gpu", "", "NoSchedule")
            .gpuToleration("nodetype", "gpu", "NoSchedule")
            .storageClass("netapp");

    private JsonNode render(Template template) {
        return site.clusterWorkflowTemplate("sample")
                .entrypoint(template)
                .render()
                .json();
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    @Test
    void inputsAreDeclaredInTheOrderOfUseAndTheirValuesAreText() {
        Input count = input("count", 1);
        Input name = input("name").description("who").oneOf("a", "b");
        JsonNode rendered = render(container("run")
                .image("busybox:1")
                .args("-n", count, "hello " + name)
                .inputs(name));
        assertThat(yaml(rendered.at("/spec/templates/0/inputs"))).isEqualTo("""
                        parameters:
                        - name: count
                          value: "1"
                        - name: name
                          enum:
                          - a
                          - b
                          description: who
                        """);
        assertThat(rendered.at("/spec/templates/0/container/args/2").asText())
                .isEqualTo("hello {{inputs.parameters.name}}");
    }

    @Test
    void aWorkflowParameterIsDeclaredInTheSpec() {
        WorkflowParameter visit = parameter("visitdir").fromConfigMap("sessionspaces", "data_directory");
        JsonNode rendered = render(container("run").image("busybox:1").mount(hostDirectory("session", visit)));
        assertThat(yaml(rendered.at("/spec/arguments"))).isEqualTo("""
                        parameters:
                        - name: visitdir
                          valueFrom:
                            configMapKeyRef:
                              name: sessionspaces
                              key: data_directory
                        """);
        assertThat(yaml(rendered.at("/spec/templates/0/volumes"))).isEqualTo("""
                        - name: session
                          hostPath:
                            path: "{{workflow.parameters.visitdir}}"
                            type: Directory
                        """);
        assertThat(rendered.at("/spec/templates/0/container/volumeMounts/0/mountPath")
                        .asText())
                .isEqualTo("{{workflow.parameters.visitdir}}");
    }

    @Test
    void literalResourcesStandInTheContainer() {
        JsonNode rendered = render(container("run").image("busybox:1").cpus(2).memory("1Gi"));
        assertThat(rendered.at("/spec/templates/0").has("podSpecPatch")).isFalse();
        assertThat(yaml(rendered.at("/spec/templates/0/container/resources"))).isEqualTo("""
                        requests:
                          cpu: "2"
                          memory: 1Gi
                        limits:
                          cpu: "2"
                          memory: 1Gi
                        """);
    }

    @Test
    void resourcesFromInputsStandInAPatchSinceArgoTakesOnlyLiteralsInAContainer() {
        JsonNode rendered =
                render(container("run").image("busybox:1").cpus(input("n", 1)).memory("1Gi"));
        assertThat(rendered.at("/spec/templates/0/container").has("resources")).isFalse();
        assertThat(rendered.at("/spec/templates/0/podSpecPatch").asText()).isEqualTo("""
                        containers:
                        - name: main
                          resources:
                            requests:
                              cpu: "{{inputs.parameters.n}}"
                              memory: 1Gi
                            limits:
                              cpu: "{{inputs.parameters.n}}"
                              memory: 1Gi
                        """);
        assertThat(rendered.at("/spec/templates/0/inputs/parameters/0/name").asText())
                .isEqualTo("n");
    }

    @Test
    void aParameterThatIsADefaultIsDeclared() {
        Input limit = input("limit", parameter("most", 9));
        JsonNode rendered = render(container("run").image("busybox:1").args(limit));
        assertThat(yaml(rendered.at("/spec/arguments/parameters"))).isEqualTo("""
                        - name: most
                          value: "9"
                        """);
        assertThat(rendered.at("/spec/templates/0/inputs/parameters/0/value").asText())
                .isEqualTo("{{workflow.parameters.most}}");
    }

    @Test
    void aLimitAboveWhatIsRequestedIsSaidApart() {
        ContainerTemplate run = container("run").image("busybox:1");
        JsonNode literal = render(run.limit("memory", "8Gi").cpus(1).memory("4Gi"));
        assertThat(yaml(literal.at("/spec/templates/0/container/resources"))).isEqualTo("""
                        requests:
                          cpu: "1"
                          memory: 4Gi
                        limits:
                          cpu: "1"
                          memory: 8Gi
                        """);
        JsonNode patched = render(run.memory("4Gi").limit("memory", input("most", "8Gi")));
        assertThat(patched.at("/spec/templates/0/podSpecPatch").asText())
                .contains("requests:\n      memory: 4Gi\n    limits:\n      memory: \"{{inputs.parameters.most}}\"");
        JsonNode only = render(run.limit("memory", "8Gi"));
        assertThat(only.at("/spec/templates/0/container/resources").has("requests"))
                .isFalse();
        assertThat(site.workflow("w").entrypoint(run.limit("memory", "much")).findings())
                .anyMatch(finding -> finding.message().contains("much"));
    }

    @Test
    void aGpuBringsTheTolerationsOfTheSite() {
        assertThat(yaml(render(container("run").image("busybox:1").gpus(1)).at("/spec/templates/0/tolerations")))
                .isEqualTo("""
                        - key: nvidia.com/gpu
                          operator: Exists
                          effect: NoSchedule
                        - key: nodetype
                          operator: Equal
                          value: gpu
                          effect: NoSchedule
                        """);
        assertThat(render(container("run").image("busybox:1").cpus(1))
                        .at("/spec/templates/0/tolerations")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aClaimIsDeclaredOnceForAllTemplatesThatMountIt() {
        ContainerTemplate one = container("one").image("busybox:1").mount(site.tmp("1Gi"));
        ContainerTemplate two = container("two").image("busybox:1").mount(site.tmp("1Gi"));
        JsonNode rendered = site.clusterWorkflowTemplate("sample")
                .entrypoint(one)
                .template(two)
                .render()
                .json();
        assertThat(yaml(rendered.at("/spec/volumeClaimTemplates"))).isEqualTo("""
                        - metadata:
                            name: tmpdir
                          spec:
                            accessModes:
                            - ReadWriteOnce
                            resources:
                              requests:
                                storage: 1Gi
                            storageClassName: netapp
                        """);
    }

    @Test
    void aBaseIsSharedWithoutBeingChanged() {
        ContainerTemplate base = container("run").image("busybox:1").command("echo");
        ContainerTemplate other = base.args("x").env("A", 1).mount(emptyDir("cache", "/cache", "1Gi"));
        assertThat(render(base).at("/spec/templates/0/container").has("args")).isFalse();
        assertThat(render(base).at("/spec/templates/0").has("volumes")).isFalse();
        assertThat(render(other).at("/spec/templates/0/container/env/0/value").asText())
                .isEqualTo("1");
    }

    @Test
    void containersAreNotRootUnlessTheSiteAllowsIt() {
        Template run = container("run").image("busybox:1");
        assertThat(render(run).at("/spec/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(site.allowRoot()
                        .clusterWorkflowTemplate("sample")
                        .entrypoint(run)
                        .render()
                        .json()
                        .at("/spec/securityContext")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void securityWordsStandWhereKubernetesReadsThem() {
        JsonNode rendered = render(container("run").image("busybox:1").nonRoot().readOnlyRoot());
        assertThat(rendered.at("/spec/templates/0/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(rendered.at("/spec/templates/0/container/securityContext/readOnlyRootFilesystem")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theTypedModelMixesWithTheLanguage() {
        JsonNode rendered = site.clusterWorkflowTemplate("sample")
                .entrypoint(container("run").image("busybox:1").model(t -> t.parallelism(3)))
                .template(Dsl.template(io.tiphys.model.argo.Template.of()
                        .name("wait")
                        .suspend(io.tiphys.model.argo.SuspendTemplate.of().duration("10s"))))
                .spec(spec -> spec.priority(5))
                .render()
                .json();
        assertThat(rendered.at("/spec/templates/0/parallelism").asInt()).isEqualTo(3);
        assertThat(rendered.at("/spec/templates/1/suspend/duration").asText()).isEqualTo("10s");
        assertThat(rendered.at("/spec/priority").asInt()).isEqualTo(5);
    }

    @Test
    void renderingIsIdempotentAndDeterministic() {
        Template run = container("run").image("busybox:1").args("yes", "1", input("x", "a: b\nc #d\n"));
        String first = yaml(render(run));
        assertThat(yaml(render(run))).isEqualTo(first);
        assertThat(yaml(new YamlReader().read(first).documents().get(0).json())).isEqualTo(first);
    }

    @Test
    void everyNodeKnowsItsLine() {
        int here = line();
        Input n = input("n", 1);
        ContainerTemplate named = container("run");
        ContainerTemplate made = named.image("busybox:1");
        Template run = made.cpus(n);
        var lines =
                site.clusterWorkflowTemplate("sample").entrypoint(run).render().lines();
        assertThat(lines.get("/spec/templates/0/inputs/parameters/0/name").line())
                .isEqualTo(here + 1);
        assertThat(lines.get("/spec/templates/0/name").line()).isEqualTo(here + 2);
        assertThat(lines.get("/spec/templates/0/container/image").line()).isEqualTo(here + 3);
        assertThat(lines.get("/spec/templates/0/podSpecPatch#/containers/0/resources/limits/cpu")
                        .line())
                .isEqualTo(here + 4);
        assertThat(lines.get("/spec/templates/0/container/image").file())
                .isEqualTo("io/tiphys/generator/LanguageTest.java");
    }

    @Test
    void gen07TwoInputsOfOneNameThatDiffer() {
        Template wrong = container("run").image("busybox:1").args(input("n", 1), input("n", 2));
        Template right = container("run").image("busybox:1").args(input("n", 1), input("n", 1));
        assertThat(site.clusterWorkflowTemplate("sample").entrypoint(wrong).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("GEN-07"));
        assertThat(site.clusterWorkflowTemplate("sample").entrypoint(right).findings())
                .isEmpty();
    }

    @Test
    void gen08TwoVolumesOfOneName() {
        ContainerTemplate base = container("run").image("busybox:1").mount(emptyDir("a", "/a", "1Gi"));
        assertThat(site.clusterWorkflowTemplate("sample")
                        .entrypoint(base.mount(hostDirectory("a", "/b")))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("GEN-08"));
        assertThat(site.clusterWorkflowTemplate("sample")
                        .entrypoint(base.mount(hostDirectory("b", "/b")))
                        .findings())
                .isEmpty();
    }

    @Test
    void gen09ADefaultThatDoesNotFitItsType() {
        Input wrong = input("n", 100).type(ParameterType.integer(1, 64));
        Input right = input("n", 64).type(ParameterType.integer(1, 64));
        assertThat(site.clusterWorkflowTemplate("sample")
                        .entrypoint(container("run").image("busybox:1").args(wrong))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("100 is not within 1 and 64"));
        assertThat(site.clusterWorkflowTemplate("sample")
                        .entrypoint(container("run").image("busybox:1").args(right))
                        .findings())
                .isEmpty();
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }
}
