package io.tiphys.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/** Where policies are: a file, a folder or a jar as it is named, or a jar by its Maven coordinates. */
record PolicyLocations(RepositorySystem repositories, MavenSession session) {
    private static final Pattern COORDINATES = Pattern.compile("[\\w.-]{2,}:[\\w.-]+(:[\\w.-]+){1,3}");

    private static final Pattern NO_VERSION = Pattern.compile("[\\w.-]{2,}:[\\w.-]+");

    /** The paths of some locations; jars come from the repositories of the project. */
    List<Path> resolve(@Nullable List<String> locations, Function<File, Path> paths) throws MojoFailureException {
        List<Path> found = new ArrayList<>();
        for (String location : locations == null ? List.<String>of() : locations) {
            Path path = paths.apply(new File(location));
            if (NO_VERSION.matcher(location).matches() && !Files.exists(path)) {
                throw new MojoFailureException("tiphys.policies names " + location
                        + ", which is no file, and has no version; write group:artifact:version.");
            }
            boolean coordinates = COORDINATES.matcher(location).matches() && !Files.exists(path);
            found.add(coordinates ? jar(location) : path);
        }
        return found;
    }

    private Path jar(String coordinates) throws MojoFailureException {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(coordinates), session.getCurrentProject().getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoFailureException(
                    "tiphys.policies names " + coordinates + ", which cannot be resolved: " + e.getMessage()
                            + ". Install it, or add its repository to the POM.",
                    e);
        }
    }
}
