package io.tiphys.maven;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.IndexFile;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.explain.ExplainRequest;
import io.tiphys.verifier.explain.ExplainText;
import io.tiphys.verifier.explain.ExplainYaml;
import io.tiphys.verifier.explain.Explainer;
import io.tiphys.verifier.explain.Explanation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the pods that workflows will really make, what one run takes, and where each field came from. Works in a folder
 * without a POM too.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ExplainMojo extends GoalMojo {

    /** Folder of the generated manifests. */
    @Parameter(property = "tiphys.manifests", defaultValue = "${project.build.directory}/manifests")
    private File manifests;

    /** Index of the Java lines that wrote them. */
    @Parameter(property = "tiphys.index", defaultValue = "${project.build.directory}/tiphys/index.json")
    private File index;

    /** Files and folders to explain. Without it the generated manifests, and {@code src/main/manifests} if it is there. */
    @Parameter(property = "tiphys.sources")
    private @Nullable List<File> sources;

    /** Files and folders that may be referred to but are not explained. */
    @Parameter(property = "tiphys.context")
    private @Nullable List<File> context;

    /** The facility's workflow-controller-configmap. */
    @Parameter(property = "tiphys.controllerConfig")
    private @Nullable File controllerConfig;

    /** Values of the workflows' parameters, as name=value; on the command line a comma in a value is written \\, there. */
    @Parameter(property = "tiphys.parameters")
    private @Nullable List<String> parameters;

    /** Folder for the pods as YAML, a file for each workflow. Without it a table is shown. */
    @Parameter(property = "tiphys.output")
    private @Nullable File output;

    /** Says of each field that somebody wrote where it comes from. */
    @Parameter(property = "tiphys.origins", defaultValue = "false")
    private boolean origins;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Explanation explanation = explain();
        if (output == null) {
            ExplainText text = new ExplainText(origins);
            explanation.documents().forEach(document -> text.lines(document).forEach(getLog()::info));
        } else {
            write(explanation, path(output));
        }
        print(explanation.findings());
        long errors =
                explanation.findings().stream().filter(Finding::isBlocking).count();
        if (errors > 0) {
            throw new MojoFailureException("Not all pods can be explained: " + errors
                    + (errors == 1 ? " error" : " errors") + ". All that is wrong: mvn tiphys:verify");
        } else if (explanation.documents().isEmpty()) {
            getLog().warn("There is no workflow to explain. Generate first (mvn process-classes), or name files: "
                    + "-Dtiphys.sources=DIR");
        }
    }

    private void write(Explanation explanation, Path folder) throws MojoExecutionException {
        try {
            for (Path file : new ExplainYaml(origins).write(explanation, folder)) {
                getLog().info("Wrote " + shown(file));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The pods cannot be written: " + e.getMessage(), e);
        }
    }

    private Explanation explain() throws MojoExecutionException, MojoFailureException {
        try {
            SourceIndex lines = Files.isRegularFile(path(index))
                    ? IndexFile.read(Files.readAllBytes(path(index)))
                    : SourceIndex.EMPTY;
            return Explainer.explain(new ExplainRequest(
                    base(),
                    judged(sources, manifests),
                    paths(context),
                    lines,
                    Optional.ofNullable(controllerConfig).map(this::path),
                    Assignments.of("tiphys.parameters", parameters)));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Something cannot be read: " + e.getMessage(), e);
        }
    }
}
