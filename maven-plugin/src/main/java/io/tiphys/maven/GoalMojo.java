package io.tiphys.maven;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.report.TextReport;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class GoalMojo extends AbstractMojo {
    private static final String NO_PROJECT = "${project.basedir}";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** Leaves the goal out. */
    @Parameter(property = "tiphys.skip", defaultValue = "false")
    boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: tiphys.skip is set.");
            return;
        }
        run();
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** The folder that files in messages are relative to: the project's, or without a project the current one. */
    final Path base() {
        File folder = project.getBasedir();
        return (folder == null ? Path.of(session.getExecutionRootDirectory()) : folder.toPath())
                .toAbsolutePath()
                .normalize();
    }

    /** A file of a parameter; without a project Maven leaves the name of its folder as it stands in the default. */
    final Path path(File file) {
        String text = file.getPath();
        int at = text.indexOf(NO_PROJECT);
        return base().resolve(
                        at < 0 ? text : text.substring(at + NO_PROJECT.length()).replaceFirst("^[/\\\\]", ""));
    }

    /** The files of a parameter. */
    final List<Path> paths(@Nullable List<File> files) {
        return files == null ? List.of() : files.stream().map(this::path).toList();
    }

    /** What is looked at: the sources if there are any, else the generated manifests and {@code src/main/manifests}. */
    final List<Path> judged(@Nullable List<File> sources, File manifests) {
        return sources != null && !sources.isEmpty()
                ? paths(sources)
                : Stream.of(path(manifests), base().resolve("src/main/manifests"))
                        .filter(Files::isDirectory)
                        .toList();
    }

    /** Whether the project only holds others together, such as a parent whose plugins its modules inherit. */
    final boolean isAggregator() {
        return project.getPackaging().equals("pom");
    }

    /** A file as messages name it. */
    final String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base()) ? base().relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** Prints findings, each at the level of its severity. */
    final void print(List<Finding> findings) {
        TextReport report = new TextReport(base());
        for (Finding finding : findings) {
            for (String line : report.lines(finding)) {
                if (finding.waiver().isPresent() || finding.severity() == Severity.INFO) {
                    getLog().info(line);
                } else if (finding.severity() == Severity.WARNING) {
                    getLog().warn(line);
                } else {
                    getLog().error(line);
                }
            }
        }
    }
}
