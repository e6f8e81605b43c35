package io.tiphys.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tiphys.model.file.WholeFile;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.IndexFile;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyException;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.report.Shortened;
import io.tiphys.verifier.report.TextReport;
import io.tiphys.verifier.schema.CrdProfile;
import io.tiphys.verifier.schema.SchemaSettings;
import io.tiphys.verifier.waiver.Acceptance;
import io.tiphys.verifier.waiver.Baseline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Judges manifests: schema, references, effective pods, policies. Writes reports, and fails the build if something is
 * wrong. Works in a folder without a POM too.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class VerifyMojo extends GoalMojo {
    /** Folder of the generated manifests. */
    @Parameter(property = "tiphys.manifests", defaultValue = "${project.build.directory}/manifests")
    private File manifests;

    /** Index of the Java lines that wrote them. */
    @Parameter(property = "tiphys.index", defaultValue = "${project.build.directory}/tiphys/index.json")
    private File index;

    /** Files and folders to judge. Without it the generated manifests, and {@code src/main/manifests} if it is there. */
    @Parameter(property = "tiphys.sources")
    private @Nullable List<File> sources;

    /** Files and folders that may be referred to but are not judged. */
    @Parameter(property = "tiphys.context")
    private @Nullable List<File> context;

    /** Argo's version: 3.6, 3.7, 4.0 or 4.1. */
    @Parameter(property = "tiphys.argoVersion", defaultValue = "4.1")
    private String argoVersion;

    /** Kubernetes' version, 1.30 to 1.35, for what policies may use. */
    @Parameter(property = "tiphys.kubernetesVersion", defaultValue = "1.35")
    private String kubernetesVersion;

    /** Which of Argo's CRDs the cluster has: full or minimal. Without it full from Argo 4.0 on, else minimal. */
    @Parameter(property = "tiphys.crds")
    private @Nullable String crds;

    /** Built-in policy profile. */
    @Parameter(property = "tiphys.profile", defaultValue = "baseline")
    private String profile;

    /** Further policies: files, folders, jars, or Maven coordinates of jars as group:artifact:version. */
    @Parameter(property = "tiphys.policies")
    private @Nullable List<String> policies;

    /** Accepted findings. Without it {@code src/main/tiphys/waivers.yaml}, if it is there. */
    @Parameter(property = "tiphys.waivers")
    private @Nullable File waivers;

    /** The findings that an old repository started with. Without it {@code src/main/tiphys/baseline.json}, if it is there. */
    @Parameter(property = "tiphys.baseline")
    private @Nullable File baseline;

    /** Writes the baseline with all errors and warnings of this run instead of failing. */
    @Parameter(property = "tiphys.writeBaseline", defaultValue = "false")
    private boolean writeBaseline;

    /** The day on which waivers must hold, such as 2027-01-31. Without it the day of the run, in UTC. */
    @Parameter(property = "tiphys.today")
    private @Nullable String today;

    /** The facility's workflow-controller-configmap. */
    @Parameter(property = "tiphys.controllerConfig")
    private @Nullable File controllerConfig;

    /** Makes errors of what cannot be decided before a run. */
    @Parameter(property = "tiphys.strict", defaultValue = "false")
    private boolean strict;

    /** What fails the build: error, warning or never. */
    @Parameter(property = "tiphys.failOn", defaultValue = "error")
    private String failOn;

    /**
     * Reports beside the text on the console, as format:path, or format:- for the standard output. Formats are json, sarif,
     * junit, github, markdown, html and text.
     */
    @Parameter(property = "tiphys.reports", defaultValue = "json:${project.build.directory}/tiphys/report.json")
    private List<String> reports;

    private final RepositorySystem repositories;

    /** For Maven. */
    @Inject
    public VerifyMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Optional<Severity> limit = limit();
        List<ReportFile> files = ReportFile.parse(reports, this::path);
        VerifyResult result = verify();
        print(Shortened.of(result.findings()));
        try {
            for (ReportFile file : files) {
                file.write(result, base());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
        if (writeBaseline) {
            writeBaseline(result);
            return;
        }
        printRules(result.findings());
        String summary = summary(result);
        String more = files.stream()
                .flatMap(file -> file.path().stream())
                .findFirst()
                .map(path -> " Report: " + shown(path) + ".")
                .orElse("");
        if (result.documents().isEmpty() && result.findings().isEmpty()) {
            getLog().warn(nothing());
        } else if (limit.isPresent() && fails(result, limit.get())) {
            throw new MojoFailureException(summary + more);
        } else {
            getLog().info(summary + more);
        }
    }

    /** One line for each rule. */
    private void printRules(List<Finding> findings) {
        if (findings.size() > 1) {
            TextReport.perRule(findings).forEach(getLog()::info);
        }
    }

    private void writeBaseline(VerifyResult result) throws MojoExecutionException {
        try {
            WholeFile.write(
                    baselineFile(),
                    Baseline.write(result.findings()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MojoExecutionException("The baseline cannot be written: " + e.getMessage(), e);
        }
        getLog().info("Wrote the baseline " + shown(baselineFile()) + ": " + TextReport.summary(result.findings())
                + ".");
    }

    private String nothing() {
        List<Path> judged = judged(sources, manifests);
        return judged.isEmpty()
                ? "There was nothing to verify: neither " + shown(path(manifests))
                        + " nor src/main/manifests is there. Generate first (mvn process-classes), or name files: -Dtiphys.sources=DIR"
                : "There was nothing to verify in "
                        + String.join(", ", judged.stream().map(this::shown).toList()) + ".";
    }

    private VerifyResult verify() throws MojoExecutionException, MojoFailureException {
        try {
            return Verifier.verify(request(), new BuiltInPolicies(getClass().getClassLoader()));
        } catch (VerifyException | IllegalArgumentException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        } catch (JsonProcessingException e) {
            throw new MojoExecutionException(
                    "The index " + shown(path(index)) + " is damaged: " + e.getOriginalMessage()
                            + ". Delete it, and generate again: mvn process-classes",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The index " + shown(path(index)) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Acceptance acceptance() {
        Path known = baselineFile();
        return new Acceptance(
                Optional.of(waivers == null ? base().resolve("src/main/tiphys/waivers.yaml") : path(waivers))
                        .filter(file -> waivers != null || Files.exists(file)),
                Optional.of(known).filter(file -> !writeBaseline && (baseline != null || Files.exists(file))),
                day());
    }

    private Path baselineFile() {
        return baseline == null ? base().resolve("src/main/tiphys/baseline.json") : path(baseline);
    }

    private LocalDate day() {
        try {
            return today == null || today.isBlank() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(today);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("tiphys.today is \"" + today + "\"; write a day as 2027-01-31.", e);
        }
    }

    private VerifyRequest request() throws IOException, MojoFailureException {
        CrdProfile chosen = crds == null || crds.isBlank()
                ? SchemaSettings.defaultCrds(argoVersion)
                : CrdProfile.valueOf(oneOf("crds", crds, "full", "minimal").toUpperCase(Locale.ROOT));
        SourceIndex lines =
                Files.isRegularFile(path(index)) ? IndexFile.read(Files.readAllBytes(path(index))) : SourceIndex.EMPTY;
        return new VerifyRequest(
                base(),
                judged(sources, manifests),
                paths(context),
                lines,
                new SchemaSettings(argoVersion, chosen, kubernetesVersion),
                profile,
                new PolicyLocations(repositories, session).resolve(policies, this::path),
                Optional.ofNullable(controllerConfig).map(this::path),
                strict,
                acceptance());
    }

    private Optional<Severity> limit() throws MojoFailureException {
        try {
            return switch (oneOf("failOn", failOn, "error", "warning", "never")) {
                case "error" -> Optional.of(Severity.ERROR);
                case "warning" -> Optional.of(Severity.WARNING);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private static String oneOf(String parameter, String value, String... allowed) {
        if (List.of(allowed).contains(value)) {
            return value;
        }
        throw new IllegalArgumentException(
                "tiphys." + parameter + " is \"" + value + "\"; allowed are " + String.join(", ", allowed) + ".");
    }

    private static boolean fails(VerifyResult result, Severity limit) {
        return result.findings().stream()
                .anyMatch(finding ->
                        finding.waiver().isEmpty() && finding.severity().compareTo(limit) <= 0);
    }

    private static String summary(VerifyResult result) {
        String objects = TextReport.objects(result);
        return objects.substring(0, objects.length() - 1) + ": " + TextReport.summary(result.findings()) + ".";
    }
}
