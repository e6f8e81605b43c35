package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.ac.eidf.gpuservice.CodeRun;
import uk.ac.eidf.gpuservice.DataLoader;
import uk.ac.eidf.gpuservice.DataVolume;
import uk.ac.eidf.gpuservice.Eidf;
import uk.ac.eidf.gpuservice.Session;
import uk.ac.eidf.gpuservice.TemplateWorkflow;

/** What the tutorial of the EIDF GPU Service asks of Jobs, the claim and templates, point by point. */
class EidfGpuServiceTest {
    private static final String QUEUE = "/kueue.x-k8s.io~1queue-name";
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""), "../templates-src/eidf-gpu-service");

    static List<TemplateSource> jobs() {
        return List.of(DataLoader.JOB, CodeRun.JOB, Session.DATA, Session.CODE);
    }

    static List<TemplateSource> templates() {
        return List.of(DataLoader.TEMPLATE, CodeRun.TEMPLATE, new TemplateWorkflow());
    }

    private static JsonNode manifest(TemplateSource source) {
        return source.define(new Eidf().site()).render().json();
    }

    private static JsonNode pod(TemplateSource job) {
        return manifest(job).at("/spec/template/spec");
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    @Test
    void theDataLoaderIsAJobThatDownloadsToTheClaim() {
        assertThat(manifest(DataLoader.JOB).path("apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(manifest(DataLoader.JOB).path("kind").asText()).isEqualTo("Job");
        JsonNode loader = pod(DataLoader.JOB).at("/containers/0");
        assertThat(loader.path("name").asText()).isEqualTo("data-loader");
        assertThat(loader.path("workingDir").asText()).isEqualTo("/mnt/ceph");
        assertThat(loader.path("args"))
                .extracting(JsonNode::asText)
                .containsSequence("--output", "iris.zip", "https://archive.ics.uci.edu/static/public/53/iris.zip")
                .contains("--fail");
    }

    @Test
    void theClaimIsAnObjectAndMountedAtMntCeph() {
        JsonNode claim = manifest(new DataVolume());
        assertThat(claim.path("kind").asText()).isEqualTo("PersistentVolumeClaim");
        assertThat(claim.at("/spec/accessModes/0").asText()).isEqualTo("ReadWriteOnce");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("200Gi");
        for (TemplateSource job : jobs()) {
            assertThat(pod(job).at("/containers/0/volumeMounts/0/mountPath").asText())
                    .isEqualTo("/mnt/ceph");
            assertThat(pod(job).at("/volumes/0/persistentVolumeClaim/claimName").asText())
                    .isEqualTo(claim.at("/metadata/name").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aJobGetsANameForEachRun(TemplateSource job) {
        JsonNode metadata = manifest(job).path("metadata");
        assertThat(metadata.path("generateName").asText()).endsWith("-");
        assertThat(metadata.has("name")).isFalse();
        assertThat(metadata.at("/annotations/argocd.argoproj.io~1hook").asText())
                .as("Argo CD can apply no object without a name")
                .isEqualTo("Skip");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aJobGoesToTheQueueOfTheProject(TemplateSource job) {
        assertThat(manifest(job).at("/metadata/labels" + QUEUE).asText()).isEqualTo("eidf001ns-user-queue");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void soDoThePodsOfATemplate(TemplateSource template) {
        assertThat(manifest(template).at("/spec/podMetadata/labels" + QUEUE).asText())
                .isEqualTo("eidf001ns-user-queue");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aJobRunsOnceIsTriedAgainAndRemoved(TemplateSource job) {
        JsonNode spec = manifest(job).path("spec");
        assertThat(spec.path("completions").asInt()).isEqualTo(1);
        assertThat(spec.path("parallelism").asInt()).isEqualTo(1);
        assertThat(spec.path("backoffLimit").asInt()).isEqualTo(1);
        assertThat(spec.path("ttlSecondsAfterFinished").asInt()).isEqualTo(1800);
        assertThat(spec.at("/template/spec/restartPolicy").asText()).isEqualTo("Never");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyContainerHasRequestsAndLimits(TemplateSource job) {
        JsonNode pod = pod(job);
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.path(list)) {
                for (String kind : List.of("requests", "limits")) {
                    assertThat(container.at("/resources/" + kind).has("cpu"))
                            .as(container.toString())
                            .isTrue();
                    assertThat(container.at("/resources/" + kind).has("memory"))
                            .as(container.toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theCodeIsClonedIntoAFolderOfBoundedSizeAndRunFromThere() {
        JsonNode pod = pod(CodeRun.JOB);
        JsonNode clone = pod.at("/initContainers/0");
        assertThat(clone.path("command")).extracting(JsonNode::asText).startsWith("git", "clone");
        assertThat(clone.path("args"))
                .extracting(JsonNode::asText)
                .containsExactly("--", "https://github.com/eidf001/eidf-gpu-service.git", "/code");
        assertThat(clone.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/code");
        assertThat(yaml(pod.at("/volumes/1"))).isEqualTo("""
                        name: code
                        emptyDir:
                          sizeLimit: 1Gi
                        """);
        JsonNode main = pod.at("/containers/0");
        assertThat(main.at("/command/0").asText()).isEqualTo("python3");
        assertThat(main.at("/args/0").asText()).isEqualTo("code/python/analyse.py");
        assertThat(main.path("workingDir").asText()).isEqualTo("/code");
        assertThat(main.at("/volumeMounts/1/mountPath").asText()).isEqualTo("/code");
    }

    @Test
    void theCodeRunsOnOneGpu() {
        assertThat(yaml(pod(CodeRun.JOB).at("/containers/0/resources"))).isEqualTo("""
                        requests:
                          cpu: "10"
                          memory: 40Gi
                          nvidia.com/gpu: "1"
                        limits:
                          cpu: "10"
                          memory: 80Gi
                          nvidia.com/gpu: "1"
                        """);
    }

    @Test
    void aSessionEndsByItself() {
        for (Session session : Session.values()) {
            JsonNode spec = manifest(session).path("spec");
            assertThat(spec.at("/template/spec/containers/0/args/0").asText()).isEqualTo("28800");
            assertThat(spec.path("activeDeadlineSeconds").asInt()).isEqualTo(28800);
        }
        assertThat(pod(Session.CODE).at("/initContainers/0/name").asText()).isEqualTo("git-clone");
    }

    @Test
    void aTemplateDoesTheSameWorkAsItsJob() {
        for (List<TemplateSource> twins : List.<List<TemplateSource>>of(
                List.of(DataLoader.JOB, DataLoader.TEMPLATE), List.of(CodeRun.JOB, CodeRun.TEMPLATE))) {
            JsonNode pod = pod(twins.get(0));
            JsonNode template = manifest(twins.get(1)).at("/spec/templates/0");
            for (String field : List.of("image", "command", "workingDir", "resources", "volumeMounts")) {
                assertThat(template.path("container").path(field))
                        .isEqualTo(pod.at("/containers/0").path(field));
            }
            assertThat(template.path("volumes")).isEqualTo(pod.path("volumes"));
            assertThat(template.path("initContainers").findValuesAsText("image"))
                    .isEqualTo(pod.path("initContainers").findValuesAsText("image"));
            assertThat(template.at("/inputs/parameters")).isNotEmpty();
        }
    }

    @Test
    void theWholeTutorialIsAGraph() {
        JsonNode tasks = manifest(new TemplateWorkflow()).at("/spec/templates/0/dag/tasks");
        assertThat(tasks.findValuesAsText("template")).containsExactly("data-loader", "template-docker-image");
        assertThat(tasks.at("/1/depends").asText()).isEqualTo("load");
    }

    @Test
    void theImageThatIsBuiltIsTheImageThatRuns() throws Exception {
        String text = Files.readString(MODULE.resolve(".github/workflows/build-and-push.yml"));
        JsonNode workflow = new YamlReader().read(text).documents().get(0).json();
        assertThat(workflow.at("/env/IMAGE").asText() + ":"
                        + workflow.at("/env/VERSION").asText())
                .isEqualTo(pod(CodeRun.JOB).at("/containers/0/image").asText());
        assertThat(workflow.findValue("paths")).extracting(JsonNode::asText).containsExactly("code/docker/**");
        assertThat(workflow.findValuesAsText("context")).containsExactly("{{defaultContext}}:code/docker");
        assertThat(workflow.findValuesAsText("push")).contains("true");
    }

    @Test
    void theFoldersAreThoseOfTheTutorial() {
        assertThat(MODULE.resolve("code/docker/Dockerfile")).isRegularFile();
        assertThat(MODULE.resolve("code/k8s/README.md")).isRegularFile();
        assertThat(MODULE.resolve("code/python/analyse.py")).isRegularFile();
    }
}
