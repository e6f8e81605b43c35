package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class GitSyncTest {
    private static final GitSync CODE =
            GitSync.of("package", "registry.k8s.io/git-sync/git-sync:v4.7.1", "https://git.example.org/tasks.git");

    private static WorkflowManifest manifest(GitSync code) {
        return Site.defaults()
                .clusterWorkflowTemplate("sample")
                .entrypoint(code.before(
                        container("run").image("python:3.12").command("python").env("PYTHONPATH", code.folder())));
    }

    @Test
    void anInitContainerFetchesTheRepositoryThatTheParametersName() {
        JsonNode spec = manifest(CODE).render().json().path("spec");
        assertThat(YamlWriter.write(spec.at("/arguments/parameters").deepCopy()))
                .contains("name: package-repo\n  value: https://git.example.org/tasks.git")
                .contains("name: package-branch\n  value: main")
                .contains("name: package-path\n  value: \".\"")
                .contains("name: package-secret\n  value: package-git");
        assertThat(YamlWriter.write(spec.at("/templates/0/initContainers"))).isEqualTo("""
                        - name: git-sync
                          image: registry.k8s.io/git-sync/git-sync:v4.7.1
                          env:
                          - name: GITSYNC_REPO
                            value: "{{workflow.parameters.package-repo}}"
                          - name: GITSYNC_REF
                            value: "{{workflow.parameters.package-branch}}"
                          - name: GITSYNC_ROOT
                            value: /package
                          - name: GITSYNC_LINK
                            value: current
                          - name: GITSYNC_ONE_TIME
                            value: "true"
                          - name: GITSYNC_DEPTH
                            value: "1"
                          resources:
                            requests:
                              cpu: 100m
                              memory: 128Mi
                            limits:
                              cpu: 100m
                              memory: 128Mi
                          volumeMounts:
                          - name: package
                            mountPath: /package
                          - name: package-secret
                            mountPath: /etc/git-secret
                            readOnly: true
                        """);
        assertThat(YamlWriter.write(spec.at("/templates/0/volumes"))).isEqualTo("""
                        - name: package
                          emptyDir:
                            sizeLimit: 1Gi
                        - name: package-secret
                          secret:
                            optional: true
                            secretName: "{{workflow.parameters.package-secret}}"
                        """);
        assertThat(YamlWriter.write(spec.at("/templates/0/container"))).isEqualTo("""
                        image: python:3.12
                        command:
                        - python
                        env:
                        - name: PYTHONPATH
                          value: /package/current/{{workflow.parameters.package-path}}
                        volumeMounts:
                        - name: package
                          mountPath: /package
                          readOnly: true
                        """);
        assertThat(manifest(CODE).findings()).isEmpty();
    }

    @Test
    void defaultsSizeAndContainerCanBeOthers() {
        JsonNode spec = manifest(CODE.branch("v1.2")
                        .path("tasks/gridded")
                        .secret("deploy-key")
                        .sizeLimit("5Gi")
                        .container(sync -> sync.memory("1Gi")))
                .render()
                .json()
                .path("spec");
        assertThat(spec.at("/arguments/parameters").findValuesAsText("value"))
                .containsExactlyInAnyOrder("https://git.example.org/tasks.git", "v1.2", "tasks/gridded", "deploy-key");
        assertThat(spec.at("/templates/0/initContainers/0/resources/limits/memory")
                        .asText())
                .isEqualTo("1Gi");
        assertThat(spec.at("/templates/0/volumes/0/emptyDir/sizeLimit").asText())
                .isEqualTo("5Gi");
    }

    @Test
    void aPathThatLeavesTheRepositoryAndARevisionThatIsAnOptionAreRefused() {
        assertThat(manifest(CODE.path("../../etc")).findings())
                .extracting(Finding::rule)
                .contains("GEN-09");
        assertThat(manifest(CODE.branch("--upload-pack=x")).findings())
                .extracting(Finding::rule)
                .contains("GEN-09");
    }
}
