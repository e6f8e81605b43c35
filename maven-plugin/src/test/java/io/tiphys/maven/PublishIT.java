package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;

/** The goal {@code publish}, and what it says when it cannot. */
class PublishIT {
    private static TemplateProject project(String name) throws Exception {
        return TemplateProject.create(name).source("Job", """
                        public class Job implements TemplateSource {
                          public Manifest define(Site site) {
                            return site.clusterWorkflowTemplate("%s")
                                .entrypoint(container("run").image("busybox:1.37").cpus(1).memory("1Gi"));
                          }
                        }
                        """.formatted(name));
    }

    private static TemplateProject.Build fails(TemplateProject project, String... arguments) throws Exception {
        TemplateProject.Build build = project.maven(arguments);
        assertThat(build.success()).as(build.text()).isFalse();
        assertThat(build.text()).doesNotContainPattern("(?m)^\\s+at [a-z]");
        return build;
    }

    @Test
    void twoMavenProcessesRaceToOneBranchAndBothFilesAreThere() throws Exception {
        TemplateProject one = project("race-one");
        TemplateProject two = project("race-two");
        Path repository = one.folder().resolve("shared.git");
        org.eclipse.jgit.api.Git.init()
                .setBare(true)
                .setDirectory(repository.toFile())
                .call()
                .close();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<TemplateProject.Build>> builds = List.of(
                    threads.submit(() -> one.maven("deploy", "-Dtiphys.repository=" + repository)),
                    threads.submit(() -> two.maven("deploy", "-Dtiphys.repository=" + repository)));
            for (Future<TemplateProject.Build> build : builds) {
                assertThat(build.get().success()).as(build.get().text()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        try (Repository git = new FileRepositoryBuilder()
                        .setGitDir(repository.toFile())
                        .build();
                RevWalk walk = new RevWalk(git)) {
            RevCommit tip = walk.parseCommit(git.resolve("refs/heads/main"));
            for (String name : List.of("race-one", "race-two")) {
                String path = "templates/clusterworkflowtemplate/" + name + ".yaml";
                try (TreeWalk file = TreeWalk.forPath(git, path, tip.getTree())) {
                    assertThat(file).as(path).isNotNull();
                }
            }
            walk.markStart(tip);
            assertThat(walk).hasSize(2);
        }
    }

    @Test
    void aPathThatIsNoRepositoryIsNamed() throws Exception {
        TemplateProject project = project("no-repository");
        Path folder = Files.createDirectories(project.folder().resolve("plain"));
        TemplateProject.Build build = fails(project, "deploy", "-Dtiphys.repository=" + folder);
        assertThat(build.text()).contains(folder.toString()).contains("[ERROR]");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfAFolderIsNamedAndNothingIsWritten() throws Exception {
        TemplateProject project = project("in-the-way");
        project.file("blocked", "a file");
        TemplateProject.Build build = fails(
                project,
                "process-classes",
                "-Dtiphys.manifests=" + project.folder().resolve("blocked/manifests"));
        assertThat(build.text()).contains("The manifests cannot be written").contains("blocked");
        assertThat(project.folder().resolve("target/tiphys/index.json")).doesNotExist();
    }

    @Test
    void anUnknownServerAnUnknownProfileAndAnUnknownVersionSayWhatIsAllowed() throws Exception {
        TemplateProject project = project("configuration");
        assertThat(fails(project, "deploy", "-Dtiphys.server=nowhere").text())
                .contains("settings.xml has no <server> with the id \"nowhere\"");
        assertThat(fails(project, "verify", "-Dtiphys.profile=nowhere").text())
                .contains("There is no policy profile \"nowhere\"; there are baseline, cloudharness, diamond");
        assertThat(fails(project, "verify", "-Dtiphys.argoVersion=2.0").text())
                .contains("2.0")
                .contains("4.1");
        assertThat(fails(project, "verify", "-Dtiphys.failOn=always").text())
                .contains("tiphys.failOn is \"always\"; allowed are error, warning, never");
        assertThat(fails(project, "verify", "-Dtiphys.crds=half").text())
                .contains("tiphys.crds is \"half\"; allowed are full, minimal");
    }

    @Test
    void aClassThatThrowsFailsWithItsLineAndTheRepositoryStaysAsItWas() throws Exception {
        TemplateProject project = TemplateProject.create("throws").source("Job", """
                        public class Job implements TemplateSource {
                          public Manifest define(Site site) {
                            throw new IllegalStateException("no beam");
                          }
                        }
                        """);
        TemplateProject.Build build = fails(project, "deploy");
        assertThat(build.text())
                .contains("GEN-04 area.Job threw IllegalStateException: no beam")
                .contains("written by area.Job (src/main/java/area/Job.java:8)");
        assertThat(project.folder().resolve("target/science-area.git")).doesNotExist();
        assertThat(project.folder().resolve("target/manifests")).doesNotExist();
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        TemplateProject project = project("dry");
        TemplateProject.Build build = project.maven("deploy", "-Dtiphys.dryRun=true");
        assertThat(build.success()).as(build.text()).isTrue();
        assertThat(build.text()).contains("Dry run: 1 would change");
        Path repository = project.folder().resolve("target/science-area.git");
        if (Files.exists(repository)) {
            try (Repository git =
                    new FileRepositoryBuilder().setGitDir(repository.toFile()).build()) {
                assertThat(git.resolve(Constants.R_HEADS + "main")).isNull();
            }
        }
    }
}
