package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class GitCloneTest {
    @Test
    void theCodeIsThereWhenTheMainContainerStarts() {
        JsonNode template = OneTemplate.of(GitClone.of("git:2", "https://git.example.org/code.git")
                .before(container("run").image("python:3").command("python", "/code/run.py")));
        assertThat(YamlWriter.write(template)).isEqualTo("""
                        name: run
                        container:
                          image: python:3
                          command:
                          - python
                          - /code/run.py
                          volumeMounts:
                          - name: code
                            mountPath: /code
                        initContainers:
                        - name: git-clone
                          image: git:2
                          command:
                          - git
                          - clone
                          - "--depth"
                          - "1"
                          args:
                          - "--"
                          - https://git.example.org/code.git
                          - /code
                          resources:
                            requests:
                              cpu: 500m
                              memory: 512Mi
                            limits:
                              cpu: 500m
                              memory: 512Mi
                          volumeMounts:
                          - name: code
                            mountPath: /code
                        volumes:
                        - name: code
                          emptyDir:
                            sizeLimit: 1Gi
                        """);
    }

    @Test
    void branchFolderAndResourcesAreTheAuthors() {
        JsonNode template = OneTemplate.of(GitClone.of("git:2", input("repository"))
                .revision(input("branch", "main"))
                .into("/work", "5Gi")
                .with(clone -> clone.memory("2Gi"))
                .before(script("run").image("python:3").command("python").source("print()")));
        assertThat(template.at("/inputs/parameters").findValuesAsText("name")).containsExactly("branch", "repository");
        JsonNode clone = template.at("/initContainers/0");
        assertThat(clone.path("args"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "--branch", "{{inputs.parameters.branch}}", "--", "{{inputs.parameters.repository}}", "/work");
        assertThat(clone.at("/resources/limits/memory").asText()).isEqualTo("2Gi");
        assertThat(clone.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/work");
        assertThat(template.at("/script/volumeMounts/0/mountPath").asText()).isEqualTo("/work");
        assertThat(template.at("/volumes/0/emptyDir/sizeLimit").asText()).isEqualTo("5Gi");
    }
}
