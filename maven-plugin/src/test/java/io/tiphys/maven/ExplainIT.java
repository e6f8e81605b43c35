package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The goal explain, run by a real Maven: on plain files without a POM, and on generated manifests. */
class ExplainIT {
    private static final String GOAL = "io.tiphys:tiphys-maven-plugin:" + TemplateProject.version() + ":explain";
    private static final String TEMPLATE = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata:
              name: sample
            spec:
              entrypoint: run
              templates:
              - name: run
                inputs: {parameters: [{name: tag, value: "1"}]}
                container:
                  image: busybox:{{inputs.parameters.tag}}
                  command: [sh]
            """;

    @Test
    void plainFilesNeedNoPom() throws Exception {
        TemplateProject folder = TemplateProject.withoutPom("explain-plain")
                .file("yaml/sample.yaml", TEMPLATE)
                .file("config.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: workflow-controller-configmap}
                        data:
                          executor: "image: registry.example.org/argoexec:v4.1.2"
                        """);
        TemplateProject.Build table = folder.maven(
                GOAL, "-Dtiphys.sources=yaml", "-Dtiphys.parameters=tag=2", "-Dtiphys.controllerConfig=config.yaml");
        assertThat(table.success()).as(table.text()).isTrue();
        assertThat(table.text())
                .contains("ClusterWorkflowTemplate sample (yaml/sample.yaml)", "busybox:2", "one run takes")
                .contains("registry.example.org/argoexec:v4.1.2");
        TemplateProject.Build files = folder.maven(GOAL, "-Dtiphys.sources=yaml", "-Dtiphys.output=out");
        assertThat(files.success()).as(files.text()).isTrue();
        assertThat(files.text()).contains("Wrote out/clusterworkflowtemplate-sample.yaml");
        assertThat(folder.lines("out/clusterworkflowtemplate-sample.yaml")).contains("template: run");
    }

    @Test
    void whatIsWrongIsSaidWithoutAStackTrace() throws Exception {
        TemplateProject folder = TemplateProject.withoutPom("explain-wrong").file("yaml/sample.yaml", TEMPLATE);
        TemplateProject.Build unknown = folder.maven(GOAL, "-Dtiphys.sources=yaml", "-Dtiphys.parameters=tga=2");
        assertThat(unknown.success()).isFalse();
        assertThat(unknown.text())
                .contains("tiphys.parameters names \"tga\"; the workflows here have tag; did you mean \"tag\"?")
                .doesNotContain("\tat ");
        TemplateProject.Build missing = folder.maven(GOAL, "-Dtiphys.sources=nowhere");
        assertThat(missing.success()).isFalse();
        assertThat(missing.text()).contains("nowhere").doesNotContain("\tat ");
        TemplateProject.Build nothing = folder.maven(GOAL);
        assertThat(nothing.success()).isTrue();
        assertThat(nothing.text()).contains("There is no workflow to explain.");
    }

    @Test
    void generatedFieldsNameTheirJavaLine() throws Exception {
        TemplateProject project = TemplateProject.create("explain-java").source("Job", """
                public final class Job implements TemplateSource {
                  @Override
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("job")
                        .entrypoint(container("run")
                            .image("registry.example.org/a:1")
                            .command("a"));
                  }
                }
                """);
        int line = project.lineOf("src/main/java/area/Job.java", ".image(");
        TemplateProject.Build build = project.maven("process-classes", GOAL, "-Dtiphys.origins=true");
        assertThat(build.success()).as(build.text()).isTrue();
        assertThat(build.text())
                .containsPattern("spec.containers.1.image +template, target/manifests/clusterworkflowtemplate/job.yaml:"
                        + "\\d+, area.Job \\(src/main/java/area/Job.java:" + line + "\\)");
    }
}
