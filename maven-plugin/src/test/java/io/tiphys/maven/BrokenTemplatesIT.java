package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One deliberate mistake at a time in a class that is right otherwise: the build fails with one error that names the rule,
 * the place in the YAML, the Java line and the remedy, and prints no stack trace.
 */
class BrokenTemplatesIT {
    private static final String YAML = "target/manifests/clusterworkflowtemplate/job.yaml";
    private static final String JAVA = "src/main/java/area/Job.java";

    /**
     * A mistake.
     *
     * @param site how the site is made
     * @param change of the template, in lines of Java behind a marker comment
     * @param java text of the Java line that must be named
     * @param yaml text of the YAML line that must be named
     */
    record Mistake(String name, String rule, String site, String change, String java, String yaml) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        String site = "site.gpuToleration(\"nvidia.com/gpu\", \"\", \"NoSchedule\")";
        return Stream.of(
                new Mistake(
                        "root",
                        "SEC-01",
                        "site.allowRoot()",
                        ".cpus(1).memory(\"1Gi\")",
                        "container(\"run\")",
                        "- name: run"),
                new Mistake("no-limit", "RES-02", "site", ".cpus(1)", ".cpus(1)", "resources:"),
                new Mistake(
                        "gpu-without-toleration",
                        "GPU-01",
                        "site",
                        ".cpus(1).memory(\"1Gi\").gpus(1)",
                        ".gpus(1)",
                        "nvidia.com/gpu"),
                new Mistake(
                        "read-only-root-without-tmp",
                        "SEC-07",
                        site,
                        ".cpus(1).memory(\"1Gi\").readOnlyRoot()",
                        ".readOnlyRoot()",
                        "readOnlyRootFilesystem"),
                new Mistake("undeclared-volume", "MNT-", site, """
                        .cpus(1).memory("1Gi").model(t -> t.container(new io.fabric8.kubernetes.api.model.ContainerBuilder(t.container().get())
                                .addNewVolumeMount().withName("scans").withMountPath("/scans").endVolumeMount().build()))
                        """, "model(t ->", "scans"),
                new Mistake(
                        "mistyped-variable",
                        "VAR-",
                        site,
                        ".cpus(1).memory(\"1Gi\").args(\"--in={{inputs.parametrs.who}}\")",
                        "parametrs",
                        "parametrs"),
                new Mistake(
                        "image-without-tag",
                        "IMG-02",
                        site,
                        ".cpus(1).memory(\"1Gi\").image(\"busybox\")",
                        ".image(\"busybox\")",
                        "image:"));
    }

    private static String source(Mistake mistake) {
        String change = mistake.change().strip().replace(").", ")\n            .");
        return """
                public class Job implements TemplateSource {
                  public Manifest define(Site site) {
                    return %s
                        .clusterWorkflowTemplate("job")
                        .entrypoint(
                            container("run")
                            .image("docker.io/library/busybox:1.37")
                            .command("echo")
                            %s);
                  }
                }
                """.formatted(mistake.site(), change);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void failsWithOneClearMessage(Mistake mistake) throws Exception {
        TemplateProject project =
                TemplateProject.create("broken-" + mistake.name()).source("Job", source(mistake));
        TemplateProject.Build build = project.maven("verify");
        assertThat(build.success()).as(build.text()).isFalse();

        JsonNode report = new ObjectMapper()
                .readTree(project.folder().resolve("target/tiphys/report.json").toFile());
        List<JsonNode> errors = new ArrayList<>();
        report.path("findings").forEach(finding -> {
            if (finding.path("severity").asText().equals("error")) {
                errors.add(finding);
            }
        });
        assertThat(errors).as(build.text()).hasSize(1);
        JsonNode error = errors.get(0);
        assertThat(error.path("rule").asText()).startsWith(mistake.rule());
        assertThat(error.path("file").asText()).isEqualTo(YAML);
        assertThat(project.lines(YAML).get(error.path("line").asInt() - 1)).contains(mistake.yaml());
        assertThat(error.at("/java/file").asText()).isEqualTo(JAVA);
        assertThat(project.lines(JAVA).get(error.at("/java/line").asInt() - 1)).contains(mistake.java());
        assertThat(error.path("remedy").asText()).isNotEmpty();

        assertThat(build.text())
                .contains(error.path("rule").asText())
                .contains(YAML + ":" + error.path("line").asInt())
                .contains(JAVA + ":" + error.at("/java/line").asInt())
                .contains("remedy: ")
                .contains("1 error")
                .doesNotContainPattern("(?m)^\\s+at [a-z]");
    }
}
