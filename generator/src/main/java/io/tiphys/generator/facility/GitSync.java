package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static io.tiphys.generator.dsl.Dsl.secretVolume;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.generator.dsl.WorkflowParameter;
import java.util.function.UnaryOperator;

/**
 * A Git repository that whoever submits chooses, fetched by git-sync (version 4) before the main container starts. Sets
 * {@code initContainers[]}, {@code volumes[]}, {@code volumeMounts[]} and four parameters of the workflow:
 * {@code <name>-repo}, {@code <name>-branch} (a branch, tag or commit), {@code <name>-path} (a folder of the repository) and
 * {@code <name>-secret} (a Secret with the keys {@code ssh} and {@code known_hosts}; it need not be there for repositories that
 * need none). Immutable.
 */
public final class GitSync {
    private static final String LINK = "current";
    private static final ParameterType WORD =
            ParameterType.pattern("^[A-Za-z0-9]([-._/A-Za-z0-9]*[A-Za-z0-9])?$").title("Branch, tag or commit");
    private static final ParameterType FOLDER =
            ParameterType.pattern("^(\\.|[-_A-Za-z0-9][-._A-Za-z0-9]*(/[-_A-Za-z0-9][-._A-Za-z0-9]*)*)$");

    private final String name;
    private final Object image;
    private final WorkflowParameter repository;
    private final WorkflowParameter branch;
    private final WorkflowParameter path;
    private final WorkflowParameter secret;
    private final String sizeLimit;
    private final UnaryOperator<ContainerTemplate> change;

    private GitSync(
            String name,
            Object image,
            WorkflowParameter repository,
            WorkflowParameter branch,
            WorkflowParameter path,
            WorkflowParameter secret,
            String sizeLimit,
            UnaryOperator<ContainerTemplate> change) {
        this.name = name;
        this.image = image;
        this.repository = repository;
        this.branch = branch;
        this.path = path;
        this.secret = secret;
        this.sizeLimit = sizeLimit;
        this.change = change;
    }

    /**
     * The whole of the branch {@code main}, of at most 1 GiB, with a tenth of a CPU and 128 MiB.
     *
     * @param name of the volume, of the folder {@code /<name>} and before the parameters' names, such as {@code package}
     * @param image git-sync's, from version 4 on
     * @param repository its default address
     */
    public static GitSync of(String name, Object image, Object repository) {
        return new GitSync(
                name,
                image,
                parameter(name + "-repo", repository).description("The repository: https://… or git@…:…"),
                parameter(name + "-branch", "main").type(WORD),
                parameter(name + "-path", ".").type(FOLDER).description("The folder of the repository that is used"),
                parameter(name + "-secret", name + "-git")
                        .description("The Secret with the keys ssh and known_hosts, for repositories that need one"),
                "1Gi",
                sync -> sync);
    }

    /** Another default branch, tag or commit. */
    public GitSync branch(Object revision) {
        return new GitSync(name, image, repository, branch.defaultsTo(revision), path, secret, sizeLimit, change);
    }

    /** Another default folder of the repository. */
    public GitSync path(Object folder) {
        return new GitSync(name, image, repository, branch, path.defaultsTo(folder), secret, sizeLimit, change);
    }

    /** Another default Secret. */
    public GitSync secret(Object secretName) {
        return new GitSync(name, image, repository, branch, path, secret.defaultsTo(secretName), sizeLimit, change);
    }

    /** Room for a larger repository. */
    public GitSync sizeLimit(String quantity) {
        return new GitSync(name, image, repository, branch, path, secret, quantity, change);
    }

    /** Changes the container that fetches: its resources, environment, security. */
    public GitSync container(UnaryOperator<ContainerTemplate> newChange) {
        return new GitSync(
                name, image, repository, branch, path, secret, sizeLimit, sync -> newChange.apply(change.apply(sync)));
    }

    /** Where the main container finds the folder: for {@code PYTHONPATH} or a command. */
    public String folder() {
        return "/" + name + "/" + LINK + "/" + path;
    }

    /** The template, which starts when the code is there. */
    public <T extends PodTemplate<T>> T before(T template) {
        Mount folder = emptyDir(name, "/" + name, sizeLimit);
        ContainerTemplate sync = Dsl.container("git-sync")
                .image(image)
                .env("GITSYNC_REPO", repository)
                .env("GITSYNC_REF", branch)
                .env("GITSYNC_ROOT", "/" + name)
                .env("GITSYNC_LINK", LINK)
                .env("GITSYNC_ONE_TIME", "true")
                .env("GITSYNC_DEPTH", "1")
                .cpus("100m")
                .memory("128Mi")
                .mount(
                        folder,
                        secretVolume(name + "-secret", secret, "/etc/git-secret")
                                .source("optional", true)
                                .readOnly());
        return template.parameters(repository, branch, path, secret)
                .initContainer(change.apply(sync))
                .mount(folder.readOnly());
    }
}
