package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From a class to a commit, with a real Maven. */
class MainJobIT {
    private static final String GOOD = """
            public class Job implements TemplateSource {
              public Manifest define(Site site) {
                return site.clusterWorkflowTemplate("%s")
                    .entrypoint(container("run")
                        .image("docker.io/library/busybox:1.37")
                        .command("echo")
                        .args("hello", input("who", "world"))
                        .cpus(1)
                        .memory("1Gi"));
              }
            }
            """;

    @Test
    void deployGeneratesVerifiesAndCommitsAndASecondRunDoesNothing() throws Exception {
        TemplateProject project = TemplateProject.create("main-job").source("Job", GOOD.formatted("main-job"));
        TemplateProject.Build first = project.maven("deploy");
        assertThat(first.success()).as(first.text()).isTrue();
        assertThat(first.text())
                .contains("Rendered target/manifests/clusterworkflowtemplate/main-job.yaml")
                .contains("Verified 1 object")
                .contains("to target/science-area.git, branch main")
                .contains("A templates/clusterworkflowtemplate/main-job.yaml");
        assertThat(project.folder().resolve("target/tiphys/publish.json"))
                .content()
                .contains("\"added\": [\n    \"templates/clusterworkflowtemplate/main-job.yaml\"");
        assertThat(project.folder().resolve("target/tiphys/report.json"))
                .content()
                .contains("\"verdict\" : \"valid\"");

        TemplateProject.Build second = project.maven("deploy");
        assertThat(second.success()).as(second.text()).isTrue();
        assertThat(second.text()).contains("Nothing changed: 1 manifest").contains("Nothing to commit");
    }

    @Test
    void helpNamesTheGoalsAndTheirParameters() throws Exception {
        TemplateProject empty = TemplateProject.withoutPom("help");
        TemplateProject.Build help = empty.maven(plugin("help"), "-Ddetail=true", "-Dgoal=publish");
        assertThat(help.text()).contains("tiphys:publish").contains("User property: tiphys.repository");
    }

    @Test
    void verifyWorksInAFolderWithoutAPom() throws Exception {
        TemplateProject folder = TemplateProject.withoutPom("no-pom").file("yaml/bad.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: ClusterWorkflowTemplate
                metadata:
                  name: bad
                spec:
                  entrypoint: nowhere
                  templates:
                  - name: run
                    container:
                      image: busybox:1
                      comand: [echo]
                """);
        TemplateProject.Build build = folder.maven(plugin("verify"), "-Dtiphys.sources=yaml");
        assertThat(build.success()).isFalse();
        assertThat(build.text())
                .contains("yaml/bad.yaml:6:15")
                .contains("yaml/bad.yaml:11:7")
                .contains("Report: target/tiphys/report.json")
                .doesNotContainPattern("(?m)^\\s+at [a-z]");
    }

    @Test
    void aParentWhosePluginsItsModulesInheritIsNoProjectOfTemplates() throws Exception {
        TemplateProject project = TemplateProject.create("parent");
        String pom = String.join("\n", project.lines("pom.xml"));
        project.file("pom.xml", pom.replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>"));
        TemplateProject.Build build = project.maven("deploy");
        assertThat(build.success()).as(build.text()).isTrue();
        assertThat(build.text())
                .contains("this POM has no classes")
                .contains("There was nothing to verify")
                .contains("this POM has no manifests");
    }

    @Test
    void skipLeavesEverythingOut() throws Exception {
        TemplateProject project = TemplateProject.create("skip").source("Job", "public class Job {}");
        TemplateProject.Build build = project.maven("deploy", "-Dtiphys.skip=true");
        assertThat(build.success()).as(build.text()).isTrue();
        assertThat(project.folder().resolve("target/manifests")).doesNotExist();
    }

    private static String plugin(String goal) {
        return "io.tiphys:tiphys-maven-plugin:" + TemplateProject.version() + ":" + goal;
    }
}
