package io.tiphys.maven;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySources;
import io.tiphys.verifier.policy.PolicyTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of policies: objects that a policy allows or denies, in {@code x.cases.yaml} beside {@code x.yaml}. Without
 * policies it runs those that come with Tiphys. Works in a folder without a POM too.
 */
@Mojo(name = "policy-test", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class PolicyTestMojo extends GoalMojo {

    /** Policies with their cases: files, folders, jars, or Maven coordinates of jars as group:artifact:version. */
    @Parameter(property = "tiphys.policies")
    private @Nullable List<String> policies;

    /** Kubernetes' version, 1.30 to 1.35, for what policies may use. */
    @Parameter(property = "tiphys.kubernetesVersion", defaultValue = "1.35")
    private String kubernetesVersion;

    private final RepositorySystem repositories;

    /** For Maven. */
    @Inject
    public PolicyTestMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() throws MojoFailureException {
        PolicySources sources = sources();
        KubernetesVersion version = version();
        List<Finding> findings = new ArrayList<>(sources.findings());
        PolicySet.of(sources.policies(), version).check().stream()
                .filter(finding -> !finding.rule().equals("POL-05")) // each case brings its own params
                .forEach(findings::add);
        print(findings);
        PolicyTest test = PolicyTest.run(sources, version);
        test.failures().forEach(failure -> getLog().error(failure));
        test.untested().forEach(file -> getLog().warn(file + " has no cases beside it"));
        String summary = "Tested " + test.policies() + (test.policies() == 1 ? " policy" : " policies") + " with "
                + test.cases() + (test.cases() == 1 ? " case" : " cases") + ": "
                + (test.failures().isEmpty()
                        ? "all as expected"
                        : test.failures().size() + " not as expected") + ".";
        boolean broken = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (broken || !test.failures().isEmpty()) {
            throw new MojoFailureException(summary + (broken ? " Some files have errors of their own." : ""));
        }
        getLog().info(summary);
    }

    private KubernetesVersion version() throws MojoFailureException {
        try {
            return KubernetesVersion.parse(kubernetesVersion);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private PolicySources sources() throws MojoFailureException {
        List<Path> named = new PolicyLocations(repositories, session).resolve(policies, this::path);
        if (named.isEmpty()) {
            return new BuiltInPolicies(getClass().getClassLoader()).withCases();
        }
        try {
            return PolicySources.load(base(), named);
        } catch (IOException e) {
            throw new MojoFailureException("Policies cannot be read: " + e.getMessage(), e);
        }
    }
}
