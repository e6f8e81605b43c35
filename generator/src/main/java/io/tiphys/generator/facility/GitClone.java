package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.emptyDir;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.PodTemplate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The newest code of a Git repository, cloned into an empty folder of bounded size before the main container starts, which
 * finds it at the same path. Sets {@code initContainers[]}, {@code volumes[].emptyDir.sizeLimit} and
 * {@code volumeMounts[]}. No shell is involved, so a repository that is an input cannot bring commands. Immutable.
 */
public final class GitClone {
    private static final String NAME = "git-clone";

    private final Object image;
    private final Object repository;
    private final Optional<Object> revision;
    private final Object path;
    private final Object sizeLimit;
    private final UnaryOperator<ContainerTemplate> change;

    private GitClone(
            Object image,
            Object repository,
            Optional<Object> revision,
            Object path,
            Object sizeLimit,
            UnaryOperator<ContainerTemplate> change) {
        this.image = image;
        this.repository = repository;
        this.revision = revision;
        this.path = path;
        this.sizeLimit = sizeLimit;
        this.change = change;
    }

    /**
     * The default branch, at {@code /code}, of at most 1 GiB, with half a CPU and 512 MiB.
     *
     * @param image an image that has {@code git}
     * @param repository its address, which needs no password
     */
    public static GitClone of(Object image, Object repository) {
        return new GitClone(image, repository, Optional.empty(), "/code", "1Gi", clone -> clone);
    }

    /** This branch or tag instead; {@code git} takes no commit id here. */
    public GitClone revision(Object branchOrTag) {
        return new GitClone(image, repository, Optional.of(branchOrTag), path, sizeLimit, change);
    }

    /** At another path, or of another size. */
    public GitClone into(Object newPath, Object newSizeLimit) {
        return new GitClone(image, repository, revision, newPath, newSizeLimit, change);
    }

    /** Changes the container that clones: its resources, environment, security. */
    public GitClone with(UnaryOperator<ContainerTemplate> newChange) {
        return new GitClone(
                image, repository, revision, path, sizeLimit, clone -> newChange.apply(change.apply(clone)));
    }

    /** The template, which starts when the code is there. */
    public <T extends PodTemplate<T>> T before(T template) {
        Mount folder = emptyDir("code", path, sizeLimit);
        ContainerTemplate clone = container(NAME)
                .image(image)
                .command("git", "clone", "--depth", "1")
                .cpus("500m")
                .memory("512Mi")
                .mount(folder);
        clone = revision.isPresent() ? clone.args("--branch", revision.get()) : clone;
        clone = clone.addArgs("--", repository, path);
        return template.initContainer(change.apply(clone)).mount(folder);
    }
}
