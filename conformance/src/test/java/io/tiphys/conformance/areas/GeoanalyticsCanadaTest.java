package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import ca.geoanalytics.pipelines.ArtifactPassing;
import ca.geoanalytics.pipelines.GeoAnalytics;
import ca.geoanalytics.pipelines.SharedDataAccess;
import ca.geoanalytics.pipelines.SingleStep;
import ca.geoanalytics.pipelines.SourceAndContainer;
import ca.geoanalytics.pipelines.StepParallel;
import ca.geoanalytics.pipelines.StepParallelRun;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GEOAnalytics Canada's notebook "Pipelines" shows, snippet by snippet. */
class GeoanalyticsCanadaTest {
    private static final Path README =
            Path.of(System.getProperty("basedir", ""), "../templates-src/geoanalytics-canada/README.md");

    static List<TemplateSource> pipelines() {
        return List.of(
                new SingleStep(),
                new SourceAndContainer(),
                new StepParallel(),
                new ArtifactPassing(),
                new SharedDataAccess());
    }

    private static JsonNode manifest(TemplateSource source) {
        return source.define(new GeoAnalytics().site()).render().json();
    }

    private static JsonNode templates(TemplateSource source) {
        return manifest(source).at("/spec/templates");
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    @Test
    void registryImageAndTagAreConfiguration() {
        String image = "registry.eo4ph.geoanalytics.ca/project-name/image-name:0.1.0";
        assertThat(templates(new SingleStep()).at("/1/container/image").asText())
                .isEqualTo(image);
        assertThat(templates(new SourceAndContainer()).at("/1/script/image").asText())
                .isEqualTo(image);
        assertThat(templates(new SourceAndContainer()).at("/2/container/image").asText())
                .isEqualTo(image);
        assertThat(templates(new ArtifactPassing()).at("/1/container/image").asText())
                .isEqualTo("docker.io/library/busybox:1.36.0");
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void namespaceEntrypointAndParallelismAreThere(TemplateSource pipeline) {
        JsonNode manifest = manifest(pipeline);
        assertThat(manifest.path("apiVersion").asText()).isEqualTo("argoproj.io/v1alpha1");
        assertThat(manifest.at("/metadata/namespace").asText()).isEqualTo("geoanalytics-pipelines");
        assertThat(manifest.at("/spec/entrypoint").asText())
                .isEqualTo(manifest.at("/spec/templates/0/name").asText());
        assertThat(manifest.at("/spec/parallelism").asInt()).isPositive();
    }

    @Test
    void aSingleStepRunsAContainer() {
        assertThat(yaml(templates(new SingleStep()).at("/0"))).isEqualTo("""
                        name: name-of-step-template
                        steps:
                        - - name: name-of-task-step
                            template: unique-container-name
                        """);
        assertThat(yaml(templates(new SingleStep()).at("/1/container/command"))).isEqualTo("""
                        - sh
                        - ./entrypoint.sh
                        """);
    }

    @Test
    void aContainerIsReusedByStepsOneAfterTheOtherAndInParallel() {
        assertThat(templates(new StepParallel())).hasSize(2);
        assertThat(yaml(templates(new StepParallel()).at("/0/steps"))).isEqualTo("""
                        - - name: A
                            template: whalesay-geoanalytics
                            arguments:
                              parameters:
                              - name: message
                                value: Hi!
                        - - name: B
                            template: whalesay-geoanalytics
                            arguments:
                              parameters:
                              - name: message
                                value: Hello!
                          - name: C
                            template: whalesay-geoanalytics
                            arguments:
                              parameters:
                              - name: message
                                value: General Kenobi!
                        """);
        assertThat(manifest(new StepParallel()).at("/spec/parallelism").asInt())
                .as("B and C at the same time")
                .isEqualTo(2);
    }

    @Test
    void tasksHaveAnOrder() {
        JsonNode tasks = templates(new SourceAndContainer()).at("/0/dag/tasks");
        assertThat(tasks.findValuesAsText("name")).containsExactly("source-task", "container-task");
        assertThat(tasks.at("/0").has("depends")).isFalse();
        assertThat(tasks.at("/1/depends").asText()).isEqualTo("source-task");
        assertThat(manifest(new SourceAndContainer()).at("/spec/parallelism").asInt())
                .isEqualTo(10);
    }

    @Test
    void aTaskMayBeASource() {
        assertThat(templates(new SourceAndContainer()).at("/1/script/source").asText())
                .isEqualTo("import os\n\nprint(os.getenv(\"TASKSAY\"))\n");
        assertThat(yaml(templates(new SourceAndContainer()).at("/1/script/command")))
                .isEqualTo("- python\n");
    }

    @Test
    void bothTasksHaveTheSameEnvironment() {
        JsonNode templates = templates(new SourceAndContainer());
        assertThat(yaml(templates.at("/1/script/env"))).isEqualTo("""
                        - name: SOME_ENV
                          value: SOME_VAL
                        - name: TASKSAY
                          value: Workflows Are Powerful!
                        """);
        assertThat(templates.at("/2/container/env")).isEqualTo(templates.at("/1/script/env"));
    }

    @Test
    void anArtifactIsReadFromAnotherPathThanItWasWrittenTo() {
        JsonNode templates = templates(new ArtifactPassing());
        assertThat(yaml(templates.at("/1/outputs"))).isEqualTo("""
                        artifacts:
                        - name: hellomessage
                          path: /tmp/hello.txt
                        """);
        assertThat(yaml(templates.at("/2/inputs"))).isEqualTo("""
                        artifacts:
                        - name: inputmessage
                          path: /tmp/artifact/hello.txt
                        """);
        assertThat(yaml(templates.at("/0/steps/1/0/arguments"))).isEqualTo("""
                        artifacts:
                        - name: inputmessage
                          from: "{{steps.createfile.outputs.artifacts.hellomessage}}"
                        """);
        assertThat(templates.at("/2/container/args/0").asText()).isEqualTo("{{inputs.artifacts.inputmessage.path}}");
    }

    @Test
    void theSharedDataAreDeclaredWhereTheyAreMounted() {
        JsonNode reader = templates(new SharedDataAccess()).at("/1");
        assertThat(yaml(reader.path("volumes"))).isEqualTo("""
                        - name: shared-data
                          persistentVolumeClaim:
                            claimName: shared-data
                        """);
        assertThat(yaml(reader.at("/container/volumeMounts"))).isEqualTo("""
                        - name: shared-data
                          mountPath: /mnt/vol/shared-data
                          readOnly: true
                        """);
        assertThat(reader.at("/container/args/0").asText()).isEqualTo("/mnt/vol/shared-data/read-test.txt");
    }

    @Test
    void aRunIsAWorkflowOfThePipelineWithANameOfItsOwn() {
        JsonNode run = manifest(new StepParallelRun());
        assertThat(run.path("kind").asText()).isEqualTo("Workflow");
        assertThat(run.at("/metadata/generateName").asText()).isEqualTo("step-parallel-");
        assertThat(run.at("/metadata/namespace").asText()).isEqualTo("geoanalytics-pipelines");
        assertThat(run.at("/spec/workflowTemplateRef/name").asText()).isEqualTo("step-parallel");
    }

    @Test
    void theReadmeShowsWhatIsRendered() throws Exception {
        assertThat(Files.readString(README)).contains("```yaml\n" + yaml(manifest(new ArtifactPassing())) + "```");
    }
}
