package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import us.metacell.cloudharness.workflows.CloudHarness;
import us.metacell.cloudharness.workflows.DownloadAndPrint;
import us.metacell.cloudharness.workflows.MyOp;
import us.metacell.cloudharness.workflows.TestDagOp;
import us.metacell.cloudharness.workflows.TestParallelOp;
import us.metacell.cloudharness.workflows.TestPipelineOp;
import us.metacell.cloudharness.workflows.TestSyncOp;

/** What CloudHarness' documentation of its operations asks, point by point. */
class CloudHarnessWorkflowsTest {
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String REQUIRED = "/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution";

    static Stream<TemplateSource> workflows() {
        return Stream.of(
                        Stream.of(MyOp.values()),
                        Stream.of(TestParallelOp.values()),
                        Stream.of(TestSyncOp.values()),
                        Stream.<TemplateSource>of(new TestPipelineOp(), new TestDagOp()))
                .flatMap(sources -> sources);
    }

    private static JsonNode manifest(TemplateSource source) {
        return source.define(new CloudHarness().site()).render().json();
    }

    private static JsonNode template(TemplateSource source, String name) {
        for (JsonNode template : manifest(source).at("/spec/templates")) {
            if (template.path("name").asText().equals(name)) {
                return template;
            }
        }
        throw new AssertionError("no template " + name);
    }

    private static JsonNode main(JsonNode template) {
        return template.path(template.has("script") ? "script" : "container");
    }

    /** The names in {@code steps}: one list for each group. */
    private static List<List<String>> groups(TemplateSource source) {
        String entrypoint = manifest(source).at("/spec/entrypoint").asText();
        List<List<String>> groups = new ArrayList<>();
        template(source, entrypoint).path("steps").forEach(group -> groups.add(group.findValuesAsText("template")));
        return groups;
    }

    private static String variable(JsonNode template, String name) {
        for (JsonNode variable : main(template).path("env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable.path("value").asText();
            }
        }
        return "none";
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    private static List<JsonNode> pods(TemplateSource source) {
        List<JsonNode> pods = new ArrayList<>();
        manifest(source).at("/spec/templates").forEach(template -> {
            if (!template.has("steps")) {
                pods.add(template);
            }
        });
        return pods;
    }

    @Test
    void aSingleTaskIsTheEntrypoint() {
        assertThat(manifest(MyOp.DEFAULT).at("/spec/entrypoint").asText()).isEqualTo("print-file");
        assertThat(manifest(MyOp.DEFAULT).at("/spec/templates")).hasSize(1);
    }

    @Test
    void aPipelineRunsOneAfterTheOther() {
        assertThat(groups(new TestPipelineOp())).containsExactly(List.of("step1"), List.of("step2"));
    }

    @Test
    void tasksInParallelRunAtOnce() {
        assertThat(groups(TestParallelOp.PLAIN)).containsExactly(List.of("p1", "p2"));
    }

    @Test
    void aSimpleDagIsAPipelineOfParallelGroups() {
        assertThat(groups(new TestDagOp())).containsExactly(List.of("p1", "p2"), List.of("p3"));
    }

    @Test
    void aSynchronousOperationIsOneTask() {
        assertThat(manifest(TestSyncOp.END).at("/spec/entrypoint").asText()).isEqualTo("my-task");
    }

    @Test
    void aSynchronousOperationWithResultsEndsWithATaskThatSendsThem() {
        assertThat(groups(TestSyncOp.RESULTS)).containsExactly(List.of("test-sum"), List.of("send-result-event"));
        assertThat(pods(TestSyncOp.RESULTS))
                .allSatisfy(pod -> assertThat(variable(pod, "shared_directory")).isEqualTo("/mnt/shared"));
        assertThat(main(template(TestSyncOp.RESULTS, "send-result-event"))
                        .path("image")
                        .asText())
                .contains("/workflows-send-result-event:");
    }

    @Test
    void aPythonTaskRunsAFunctionInTheDefaultImage() {
        JsonNode script = main(template(TestParallelOp.PLAIN, "p1"));
        assertThat(script.path("image").asText()).contains("/cloudharness-base:");
        assertThat(yaml(script.path("command"))).isEqualTo("- python\n");
        assertThat(script.path("source").asText()).contains("def f():").endsWith("\n\n\nf()\n");
    }

    @Test
    void aBashTaskRunsAScriptInTheDefaultImage() {
        JsonNode script = main(template(new TestPipelineOp(), "step2"));
        assertThat(script.path("image").asText()).contains("/cloudharness-base:");
        assertThat(yaml(script.path("command"))).isEqualTo("- bash\n");
        assertThat(script.path("source").asText()).isEqualTo("ls -la \"$shared_directory\"");
    }

    @Test
    void aCustomTaskRunsItsImageAsItIs() {
        JsonNode container = main(template(MyOp.DEFAULT, "print-file"));
        assertThat(container.path("image").asText()).endsWith("/myapp-mytask:2.4.0");
        assertThat(container.path("imagePullPolicy").asText()).isEqualTo("IfNotPresent");
        assertThat(container.has("command")).isFalse();
    }

    @Test
    void aCommandBasedTaskRunsItInTheDefaultImage() {
        JsonNode container = main(template(new TestDagOp(), "p3"));
        assertThat(container.path("image").asText()).contains("/cloudharness-base:");
        assertThat(container.path("command")).extracting(JsonNode::asText).containsExactly("python", "--version");
    }

    @Test
    void theCommandOfACustomTaskCanBeAnother() {
        assertThat(main(template(MyOp.COMMAND, "print-file")).path("command"))
                .extracting(JsonNode::asText)
                .containsExactly("ls", "-la");
    }

    @Test
    void furtherValuesAreInTheEnvironmentAsText() {
        JsonNode task = template(MyOp.ENVIRONMENT, "print-file");
        assertThat(variable(task, "env_variable1")).isEqualTo("my variable");
        assertThat(variable(task, "env_variable2")).isEqualTo("1");
        assertThat(main(task).path("env"))
                .allMatch(variable -> variable.path("value").isTextual());
    }

    @Test
    void anExistingClaimIsMountedWithItsAffinity() {
        JsonNode manifest = manifest(MyOp.SHARED);
        assertThat(yaml(manifest.at("/spec/volumes/1"))).isEqualTo("""
                        name: myclaim
                        persistentVolumeClaim:
                          claimName: myclaim
                        """);
        assertThat(yaml(main(template(MyOp.SHARED, "print-file")).at("/volumeMounts/1")))
                .isEqualTo("""
                        name: myclaim
                        mountPath: /opt/shared
                        """);
        assertThat(manifest.at("/spec/podMetadata/labels/usesvolume").asText()).isEqualTo("myclaim");
        assertThat(manifest.at(REQUIRED + "/0/labelSelector/matchLabels/usesvolume")
                        .asText())
                .isEqualTo("myclaim");
        assertThat(manifest.path("spec").has("volumeClaimTemplates")).isFalse();
    }

    @Test
    void severalDirectoriesAreSharedAndRoIsReadOnly() {
        assertThat(yaml(main(template(MyOp.SHARED_TWO, "print-file")).path("volumeMounts")))
                .endsWith("""
                        - name: myclaim
                          mountPath: /opt/shared
                          readOnly: true
                        - name: myclaim2
                          mountPath: /opt/shared2
                        """);
        assertThat(manifest(MyOp.SHARED_TWO).at(REQUIRED)).hasSize(2);
        assertThat(manifest(MyOp.SHARED_TWO).at("/spec/podMetadata/labels")).hasSize(2);
    }

    @Test
    void aNewDirectoryIsSharedByAllTasksOfTheRun() {
        TemplateSource pipeline = new TestPipelineOp();
        JsonNode claims = manifest(pipeline).at("/spec/volumeClaimTemplates");
        assertThat(claims).hasSize(1);
        assertThat(claims.at("/0/metadata/name").asText()).isEqualTo("mnt-shared");
        assertThat(pods(pipeline)).hasSize(2).allSatisfy(pod -> {
            assertThat(main(pod).path("volumeMounts").findValuesAsText("mountPath"))
                    .contains("/mnt/shared");
            assertThat(variable(pod, "shared_directory")).isEqualTo("/mnt/shared");
        });
        assertThat(yaml(manifest(pipeline).at(REQUIRED)))
                .contains("workflows.argoproj.io/workflow: \"{{workflow.name}}\"");
    }

    @Test
    void theExecutionContextIsALabelAndAnAffinityToIt() {
        assertThat(yaml(manifest(TestParallelOp.ONE_NODE).at("/spec/podMetadata")))
                .isEqualTo("""
                        labels:
                          a: b
                        """);
        assertThat(yaml(manifest(TestParallelOp.ONE_NODE).at(REQUIRED))).isEqualTo("""
                        - labelSelector:
                            matchLabels:
                              a: b
                          topologyKey: kubernetes.io/hostname
                        """);
    }

    @Test
    void runsAreDeletedByTheDefaultsOrAsSaidOrNever() {
        assertThat(yaml(manifest(TestParallelOp.PLAIN).at("/spec/ttlStrategy"))).isEqualTo("""
                        secondsAfterCompletion: 3600
                        secondsAfterSuccess: 1200
                        secondsAfterFailure: 7200
                        """);
        assertThat(manifest(TestParallelOp.TTL)
                        .at("/spec/ttlStrategy/secondsAfterCompletion")
                        .asInt())
                .isEqualTo(86400);
        assertThat(manifest(TestParallelOp.KEPT).path("spec").has("ttlStrategy"))
                .isFalse();
    }

    @Test
    void aQueueIsToldHowTheRunEnded() {
        String handler = manifest(TestParallelOp.NOTIFIED).at("/spec/onExit").asText();
        JsonNode task = template(TestParallelOp.NOTIFIED, handler);
        assertThat(variable(task, "queue_name")).isEqualTo("my_queue");
        assertThat(variable(task, "payload")).isEqualTo("{\"insert\":1}");
        assertThat(variable(task, "workflow_result")).isEqualTo("{{workflow.status}}");
        assertThat(manifest(TestParallelOp.PLAIN).path("spec").has("onExit")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theNameOfARunBeginsWithTheBaseName(TemplateSource source) {
        JsonNode metadata = manifest(source).path("metadata");
        assertThat(manifest(source).path("kind").asText()).isEqualTo("Workflow");
        assertThat(metadata.path("generateName").asText()).matches("(my|test)-[a-z-]*op-([a-z-]+-)?");
        assertThat(metadata.has("name")).isFalse();
        assertThat(metadata.at("/annotations/argocd.argoproj.io~1hook").asText())
                .isEqualTo("Skip");
    }

    @Test
    void anOperationIsAlsoATemplateOfTheCluster() {
        JsonNode manifest = manifest(new DownloadAndPrint());
        assertThat(manifest.path("kind").asText()).isEqualTo("ClusterWorkflowTemplate");
        assertThat(manifest.at("/metadata/name").asText()).isEqualTo("download-and-print");
        assertThat(manifest.path("metadata").has("annotations")).isTrue();
        assertThat(manifest.at("/metadata/annotations").has("argocd.argoproj.io/hook"))
                .isFalse();
        assertThat(manifest.at("/spec/arguments/parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("file", "url");
    }

    @Test
    void theReadmeShowsTheClassesAsTheyAre() throws Exception {
        Path area = Path.of("../templates-src/cloudharness-workflows");
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(area.resolve("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sources.append(Files.readString(file));
            }
        }
        String all = BLANKS.matcher(sources).replaceAll("");
        List<String> shown = JAVA.matcher(Files.readString(area.resolve("README.md")))
                .results()
                .map(block -> BLANKS.matcher(block.group(1)).replaceAll(""))
                .toList();
        assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(all).contains(block));
    }
}
