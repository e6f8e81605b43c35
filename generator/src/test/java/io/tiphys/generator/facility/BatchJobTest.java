package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.model.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class BatchJobTest {
    private final Site site =
            Site.defaults().label("owner", "physics").storageClass("netapp").gpuToleration("gpu", "", "NoSchedule");
    private final Input count = input("count", 3);
    private final ContainerTemplate run =
            container("run").image("busybox:1").command("seq").args(count);

    private JsonNode render(ContainerTemplate template) {
        return Manifest.of(BatchJob.of(site, "count-", template).build())
                .render()
                .json();
    }

    @Test
    void itRunsTheContainerOfTheTemplateWithTheDefaultsOfItsInputs() {
        JobBuilder job = BatchJob.of(site, "count-", run.cpus(1).memory("1Gi").limit("memory", "2Gi"));
        Manifest manifest =
                Manifest.of(job.editSpec().withBackoffLimit(1).endSpec().build());
        assertThat(manifest.name()).isEqualTo("count-");
        assertThat(YamlWriter.write(manifest.render().json())).isEqualTo("""
                        apiVersion: batch/v1
                        kind: Job
                        metadata:
                          generateName: count-
                          labels:
                            owner: physics
                        spec:
                          backoffLimit: 1
                          template:
                            spec:
                              containers:
                              - name: run
                                image: busybox:1
                                command:
                                - seq
                                args:
                                - "3"
                                resources:
                                  requests:
                                    cpu: "1"
                                    memory: 1Gi
                                  limits:
                                    cpu: "1"
                                    memory: 2Gi
                              restartPolicy: Never
                              securityContext:
                                runAsNonRoot: true
                        """);
    }

    @Test
    void whatTheTemplateSaysOfThePodIsThePods() {
        JsonNode job = render(run.gpus(1)
                .mount(site.tmp("1Gi"), emptyDir("scratch", "/scratch", "2Gi"))
                .initContainer(container("before").image("busybox:1").args(count))
                .sidecar(container("beside").image("busybox:1"))
                .podLabel("part", "a")
                .nodeSelector("disk", "ssd")
                .serviceAccount("worker")
                .deadline(60));
        assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isEqualTo(60);
        assertThat(job.at("/spec/template/metadata/labels/part").asText()).isEqualTo("a");
        JsonNode pod = job.at("/spec/template/spec");
        assertThat(pod.path("initContainers").findValuesAsText("name")).containsExactly("before", "beside");
        assertThat(pod.at("/initContainers/0/args/0").asText()).isEqualTo("3");
        assertThat(pod.at("/initContainers/1/restartPolicy").asText()).isEqualTo("Always");
        assertThat(pod.at("/nodeSelector/disk").asText()).isEqualTo("ssd");
        assertThat(pod.at("/serviceAccountName").asText()).isEqualTo("worker");
        assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("gpu");
        assertThat(YamlWriter.write(pod.path("volumes"))).isEqualTo("""
                        - name: scratch
                          emptyDir:
                            sizeLimit: 2Gi
                        - name: tmpdir
                          ephemeral:
                            volumeClaimTemplate:
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
    void theDefaultOfAnInputMayBeAParameterOfTheWorkflow() {
        JsonNode job = render(run.args(input("of", parameter("limit", 9))));
        assertThat(job.at("/spec/template/spec/containers/0/args/0").asText()).isEqualTo("9");
    }

    @Test
    void tagsThatAreNotArgosAreTheProgramsOwn() {
        JsonNode job = render(run.args("--format", "{{.ID}} {{items}}", "{{ inputs.parameters.count }}")
                .inputs(count));
        assertThat(job.at("/spec/template/spec/containers/0/args"))
                .extracting(JsonNode::asText)
                .containsExactly("--format", "{{.ID}} {{items}}", "3");
        assertThatThrownBy(() -> render(run.args("{{=1 + 1}}"))).hasMessageContaining("{{=1 + 1}}");
        assertThatThrownBy(() -> render(run.args("{{pod.name}}"))).hasMessageContaining("{{pod.name}}");
    }

    @Test
    void anInputWithoutADefaultIsRefused() {
        assertThatThrownBy(() -> BatchJob.of(site, "count-", run.args(input("needed"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{inputs.parameters.needed}}")
                .hasMessageContaining("give the parameter a default");
    }

    @Test
    void whatAJobCannotDoIsRefusedByName() {
        assertThatThrownBy(() -> BatchJob.of(site, "count-", run.retry(2))).hasMessageContaining("retryStrategy");
        assertThatThrownBy(() -> BatchJob.of(site, "count-", run.inputs(artifact("data", "/data"))))
                .hasMessageContaining("takes artifacts");
    }

    @Test
    void aMistakeOfTheTemplateIsToldAsTheTemplateTellsIt() {
        assertThatThrownBy(() -> BatchJob.of(site, "count-", run.memory("lots")))
                .hasMessageContaining("lots")
                .hasMessageMatching("(?s).*[(].*[.]java:[0-9]+[)]");
    }
}
