package io.tiphys.maven;

import io.tiphys.publisher.FileChange;
import io.tiphys.publisher.Provenance;
import io.tiphys.publisher.PublishException;
import io.tiphys.publisher.PublishListener;
import io.tiphys.publisher.PublishReport;
import io.tiphys.publisher.PublishRequest;
import io.tiphys.publisher.PublishResult;
import io.tiphys.publisher.Publisher;
import io.tiphys.publisher.Target;
import io.tiphys.publisher.git.GitException;
import io.tiphys.publisher.git.SourceCommit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Commits the manifests to the science area's Git repository, which Argo CD syncs. Only files that this project published before
 * are replaced or removed; a race with another publisher is run again, never forced; without a change there is no commit.
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class PublishMojo extends GoalMojo {

    /** Folder of the manifests. */
    @Parameter(property = "tiphys.manifests", defaultValue = "${project.build.directory}/manifests")
    private File manifests;

    /**
     * URL or folder of the repository: https, ssh or file. Without it a bare repository {@code target/science-area.git}, created at
     * first use.
     */
    @Parameter(property = "tiphys.repository")
    private @Nullable String repository;

    /** Branch to commit to; it need not exist yet. */
    @Parameter(property = "tiphys.branch", defaultValue = "main")
    private String branch;

    /** Folder in the repository. */
    @Parameter(property = "tiphys.path", defaultValue = "templates")
    private String path;

    /**
     * Id of a {@code <server>} in settings.xml with user name and password or token, or with private key. Without it https takes
     * the token in the environment variable TIPHYS_TOKEN, and ssh the keys of {@code ~/.ssh}.
     */
    @Parameter(property = "tiphys.server")
    private @Nullable String server;

    /** Says what would be committed, and commits nothing. */
    @Parameter(property = "tiphys.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Lets a folder without manifests remove all that was published before. */
    @Parameter(property = "tiphys.allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /** File for the report. */
    @Parameter(property = "tiphys.publishReport", defaultValue = "${project.build.directory}/tiphys/publish.json")
    private File publishReport;

    private final SettingsDecrypter decrypter;

    /** For Maven. */
    @Inject
    public PublishMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (isAggregator() && !Files.exists(path(manifests))) {
            getLog().info("Nothing to publish: this POM has no manifests.");
            return;
        }
        try {
            PublishResult result = Publisher.publish(request());
            PublishReport.write(result, path(publishReport));
            tell(result);
        } catch (PublishException e) {
            String message = e.getMessage() + " " + e.remedy();
            if (e.blame() == PublishException.Blame.INPUT) {
                throw new MojoFailureException(message, e);
            }
            throw new MojoExecutionException(message, e);
        } catch (GitException e) {
            throw new MojoExecutionException(e.getMessage() + " " + e.remedy(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The commit was made, but its report " + shown(path(publishReport)) + " cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    private PublishRequest request() throws GitException, MojoFailureException {
        boolean embedded = repository == null || repository.isBlank();
        String address = embedded
                ? Path.of(project.getBuild().getDirectory(), "science-area.git").toString()
                : String.valueOf(repository);
        Provenance provenance = Provenance.of(
                Optional.ofNullable(getClass().getPackage().getImplementationVersion()),
                SourceCommit.headOf(base()),
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
        PublishRequest request = PublishRequest.of(
                        path(manifests),
                        project.getGroupId() + ":" + project.getArtifactId(),
                        new Target(address, embedded, branch, path),
                        provenance)
                .withDryRun(dryRun)
                .withAllowEmpty(allowEmpty)
                .withListener(new Progress());
        return new ServerCredentials(session, decrypter)
                .find(server, address)
                .map(request::withCredentials)
                .orElse(request);
    }

    private void tell(PublishResult result) {
        for (FileChange change : result.changes()) {
            getLog().info(change.kind().letter() + " " + change.path()
                    + (change.edited() ? " (had been edited by hand)" : ""));
        }
        String place = shown(result.repository()) + ", branch " + result.branch();
        String same = result.unchanged() + " unchanged";
        if (result.committed()) {
            getLog().info("Committed " + result.after().orElse("").substring(0, 7) + " to " + place + ": "
                    + result.changes().size() + " changed, " + same + ".");
        } else if (result.dryRun() && !result.changes().isEmpty()) {
            getLog().info("Dry run: " + result.changes().size() + " would change in " + place + ", " + same + ".");
        } else {
            getLog().info("Nothing to commit: " + place + " has it all already, " + same + ".");
        }
    }

    private String shown(String address) {
        return new File(address).exists() ? shown(Path.of(address)) : address;
    }

    private final class Progress implements PublishListener {
        @Override
        public void reading(String address, String onBranch) {
            getLog().debug("Reading " + address + ", branch " + onBranch);
        }

        @Override
        public void raceLost(int attempt, long pauseMillis) {
            getLog().info("Somebody else published meanwhile; trying again on their commit (attempt " + (attempt + 1)
                    + ").");
        }
    }
}
