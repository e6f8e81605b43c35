package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import au.csiro.easi.gridded.Easi;
import au.csiro.easi.gridded.Gridded;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What CSIRO's gridded workflow asks for, point by point. */
class EasiGriddedTest {
    private static JsonNode manifest(Gridded variant) {
        Manifest manifest = variant.define(new Easi().site());
        assertThat(manifest.findings()).isEmpty();
        return manifest.render().json();
    }

    private static JsonNode template(Gridded variant, String name) {
        for (JsonNode template : manifest(variant).at("/spec/templates")) {
            if (template.path("name").asText().equals(name)) {
                return template;
            }
        }
        throw new AssertionError("no template " + name);
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    /** Those that make pods. */
    private static List<JsonNode> tasks(Gridded variant) {
        List<JsonNode> tasks = new ArrayList<>();
        for (JsonNode template : manifest(variant).at("/spec/templates")) {
            if (!template.has("steps")) {
                tasks.add(template);
            }
        }
        assertThat(tasks)
                .extracting(task -> task.path("name").asText())
                .containsExactlyInAnyOrder("generate-tiles", "process-tiles", "celebrate", "cry");
        return tasks;
    }

    @ParameterizedTest
    @EnumSource
    void theGeneratorWritesKeysAndCellsAndTheProcessorsFanOutOverTheKeys(Gridded variant) {
        assertThat(yaml(template(variant, "generate-tiles").path("outputs"))).isEqualTo("""
                        parameters:
                        - name: keys
                          valueFrom:
                            path: /tmp/keys.json
                        artifacts:
                        - name: product_cells
                          path: /tmp/product_cells.pickle
                        """);
        assertThat(yaml(template(variant, "gridded").path("steps"))).isEqualTo("""
                        - - name: generate-tiles
                            template: generate-tiles
                        - - name: process-tiles
                            template: process-tiles
                            arguments:
                              parameters:
                              - name: keys
                                value: "{{item}}"
                              artifacts:
                              - name: product_cells
                                from: "{{steps.generate-tiles.outputs.artifacts.product_cells}}"
                            withParam: "{{steps.generate-tiles.outputs.parameters.keys}}"
                        """);
        assertThat(template(variant, "process-tiles")
                        .at("/inputs/artifacts/0/path")
                        .asText())
                .isEqualTo("/tmp/product_cells.pickle");
    }

    @ParameterizedTest
    @EnumSource
    void theExitHandlerCelebratesOrCries(Gridded variant) {
        assertThat(manifest(variant).at("/spec/onExit").asText()).isEqualTo("exit-handler");
        assertThat(yaml(template(variant, "exit-handler").path("steps"))).isEqualTo("""
                        - - name: celebrate
                            template: celebrate
                            when: "{{workflow.status}} == Succeeded"
                          - name: cry
                            template: cry
                            when: "{{workflow.status}} != Succeeded"
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void theFanOutIsBounded(Gridded variant) {
        assertThat(manifest(variant).at("/spec/parallelism").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void everyTaskIsTriedAgainAndHasADeadline(Gridded variant) {
        assertThat(tasks(variant)).allSatisfy(task -> {
            assertThat(task.at("/retryStrategy/limit").asText()).isEqualTo("2");
            assertThat(task.at("/retryStrategy/retryPolicy").asText()).isEqualTo("Always");
            assertThat(task.path("activeDeadlineSeconds").asInt()).isPositive();
        });
        assertThat(template(variant, "generate-tiles")
                        .path("activeDeadlineSeconds")
                        .asInt())
                .isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerHasResources(Gridded variant) {
        for (JsonNode task : tasks(variant)) {
            List<JsonNode> containers = new ArrayList<>();
            containers.add(task.has("script") ? task.path("script") : task.path("container"));
            task.path("initContainers").forEach(containers::add);
            assertThat(containers).allSatisfy(container -> {
                assertThat(container.at("/resources/requests").properties())
                        .extracting(java.util.Map.Entry::getKey)
                        .contains("cpu", "memory");
                assertThat(container.at("/resources/limits")).isEqualTo(container.at("/resources/requests"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLabelsSayOwnerAndVersion(Gridded variant) {
        assertThat(manifest(variant).at("/metadata/labels/owner").asText()).isEqualTo("easi-gridded");
        assertThat(manifest(variant).at("/metadata/labels/version").asText()).isEqualTo("1.0.0");
    }

    @Test
    void theCodeComesByGitSyncFromTheRepositoryThatTheParametersName() {
        List<String> parameters = new ArrayList<>();
        manifest(Gridded.FULL)
                .at("/spec/arguments/parameters")
                .forEach(parameter -> parameters.add(parameter.path("name").asText()));
        assertThat(parameters).contains("package-repo", "package-branch", "package-path", "package-secret");
        for (String name : List.of("generate-tiles", "process-tiles")) {
            JsonNode task = template(Gridded.FULL, name);
            assertThat(task.at("/initContainers/0/name").asText()).isEqualTo("git-sync");
            assertThat(task.at("/initContainers/0/env/0/value").asText())
                    .isEqualTo("{{workflow.parameters.package-repo}}");
            assertThat(task.at("/initContainers/0/env/1/value").asText())
                    .isEqualTo("{{workflow.parameters.package-branch}}");
            assertThat(task.at("/volumes").toString()).contains("{{workflow.parameters.package-secret}}");
            assertThat(task.at("/script/env").toString())
                    .contains("/package/current/{{workflow.parameters.package-path}}");
        }
    }

    @Test
    void bothVariantsAreTheSameWorkflowWithOtherTasks() {
        assertThat(manifest(Gridded.DUMMY).at("/metadata/name").asText()).isEqualTo("easi-gridded-dummy");
        assertThat(manifest(Gridded.FULL).at("/metadata/name").asText()).isEqualTo("easi-gridded-full");
        for (String same : List.of("gridded", "exit-handler", "celebrate", "cry")) {
            assertThat(template(Gridded.DUMMY, same)).isEqualTo(template(Gridded.FULL, same));
        }
        JsonNode dummy = template(Gridded.DUMMY, "process-tiles");
        assertThat(dummy.has("initContainers")).isFalse();
        assertThat(dummy.at("/script/source").asText())
                .isNotEqualTo(template(Gridded.FULL, "process-tiles")
                        .at("/script/source")
                        .asText());
        assertThat(manifest(Gridded.DUMMY).toString()).doesNotContain("DB_PASSWORD", "git-sync");
    }

    @Test
    void passwordsComeFromASecret() {
        for (JsonNode variable : template(Gridded.FULL, "generate-tiles").at("/script/env")) {
            if (variable.path("name").asText().startsWith("DB_")) {
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo("datacube-db");
            }
        }
    }

    @Test
    void anAccountThatIsNotFilledInIsAFinding(@TempDir Path folder) throws Exception {
        String right = yaml(manifest(Gridded.FULL));
        Files.writeString(folder.resolve("right.yaml"), right);
        Files.writeString(
                folder.resolve("wrong.yaml"),
                right.replace("easi-gridded-full", "easi-gridded-other")
                        .replaceAll("image: 123456789012([^\n]+)", "image: '{aws_account}$1'")
                        .replace("serviceAccountName: easi-workflows", "serviceAccountName: TODO"));
        List<Finding> findings = Verifier.verify(
                        new VerifyRequest(
                                folder,
                                List.of(folder),
                                List.of(),
                                SourceIndex.EMPTY,
                                SchemaSettings.DEFAULT,
                                "easi",
                                List.of(),
                                Optional.empty(),
                                false),
                        new BuiltInPolicies(EasiGriddedTest.class.getClassLoader()))
                .findings();
        assertThat(findings)
                .filteredOn(finding -> finding.place().file().equals("right.yaml"))
                .isEmpty();
        assertThat(findings)
                .as("%s", findings)
                .filteredOn(finding -> finding.rule().equals("FILL-01"))
                .extracting(finding -> finding.place().pointer())
                .contains("/spec/serviceAccountName", "/spec/templates/1/script/image");
    }
}
