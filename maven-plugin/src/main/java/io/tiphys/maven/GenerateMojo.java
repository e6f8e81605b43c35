package io.tiphys.maven;

import io.tiphys.generator.GenerateException;
import io.tiphys.generator.GenerateRequest;
import io.tiphys.generator.GenerateResult;
import io.tiphys.generator.Generator;
import io.tiphys.verifier.report.TextReport;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Renders the project's template classes to manifests, and writes an index that maps each node of a manifest to the Java line
 * that wrote it. Does nothing when nothing has changed since the last run.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class GenerateMojo extends GoalMojo {

    /** Folder for the manifests, one file per object: {@code <kind>/<name>.yaml}. */
    @Parameter(property = "tiphys.manifests", defaultValue = "${project.build.directory}/manifests")
    private File manifests;

    /** File for the index of Java lines. */
    @Parameter(property = "tiphys.index", defaultValue = "${project.build.directory}/tiphys/index.json")
    private File index;

    /**
     * The class with the facility's defaults, a {@code SiteSource}. Without it the project's own one is taken, or plain
     * defaults.
     */
    @Parameter(property = "tiphys.site", defaultValue = "")
    private String site;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (isAggregator() && !new File(project.getBuild().getOutputDirectory()).exists()) {
            getLog().info("Nothing to generate: this POM has no classes.");
            return;
        }
        try {
            GenerateResult result = Generator.generate(request());
            String folder = shown(path(manifests));
            if (!result.findings().isEmpty()) {
                print(result.findings());
                result.traces().forEach(getLog()::debug);
                throw new MojoFailureException("The templates could not be rendered: "
                        + TextReport.summary(result.findings()) + ". " + folder + " was left as it was.");
            }
            if (result.upToDate()) {
                getLog().info("Nothing changed: " + count(result) + " in " + folder + " left as they are.");
                return;
            }
            result.files().forEach(file -> getLog().info("Rendered " + folder + "/" + file));
            getLog().info(count(result) + " rendered; Java lines are in " + shown(path(index)) + ".");
        } catch (GenerateException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String count(GenerateResult result) {
        int files = result.files().size();
        return files + (files == 1 ? " manifest" : " manifests");
    }

    private GenerateRequest request() throws MojoExecutionException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        try {
            List<Path> libraries = project.getRuntimeClasspathElements().stream()
                    .map(Path::of)
                    .filter(path -> !path.equals(classes))
                    .toList();
            List<Path> sources =
                    project.getCompileSourceRoots().stream().map(Path::of).toList();
            return new GenerateRequest(
                    base(), classes, libraries, sources, path(manifests), path(index), site == null ? "" : site);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The project's class path is not known: " + e.getMessage(), e);
        }
    }
}
