package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicySources;
import io.tiphys.verifier.policy.PolicyTest;
import io.tiphys.verifier.report.TextReport;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/own-policies.md is true: its policy, its cases, what a denial says. */
class OwnPoliciesPageTest {
    private static final Path PAGE = Path.of("../docs/own-policies.md");
    private static final Pattern BLOCK = Pattern.compile("```([a-z]*)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(
                folder.resolve("policies/no-home.yaml"), blocks("yaml").get(0));
        Files.writeString(
                folder.resolve("policies/no-home.cases.yaml"), blocks("yaml").get(1));
    }

    private PolicyTest cases() throws IOException {
        return PolicyTest.run(PolicySources.load(folder, List.of(Path.of("policies"))), KubernetesVersion.NEWEST);
    }

    @Test
    void itsCasesHold() throws Exception {
        assertThat(cases().failures()).isEmpty();
        assertThat(blocks("").get(0))
                .isEqualTo("Tested " + cases().policies() + " policy with " + cases().cases()
                        + " cases: all as expected.\n");
    }

    @Test
    void aCaseThatDoesNotHoldOrIsMisspeltIsTold() throws Exception {
        Path file = folder.resolve("policies/no-home.cases.yaml");
        String good = blocks("yaml").get(1);
        Files.writeString(file, good.replace("expect: denied", "expect: allowed"));
        assertThat(cases().failures())
                .containsExactly("policies/no-home.cases.yaml: a home directory: expected allowed, but"
                        + " no-home.example.org says denied [mounts a home directory: data (/home/ann)]");
        Files.writeString(file, good.replace("expect: denied", "expects: denied"));
        assertThat(cases().failures()).singleElement().asString().contains("did you mean \"expect\"?");
        Files.writeString(file, "cases:\n- {name: nothing, expect: denied}\n");
        assertThat(cases().failures()).singleElement().asString().contains("nothing: it has no object");
    }

    @Test
    void aDenialReadsAsItSays() throws Exception {
        Files.writeString(folder.resolve("t.yaml"), """
                apiVersion: argoproj.io/v1alpha1
                kind: ClusterWorkflowTemplate
                metadata: {name: t}
                spec:
                  entrypoint: run
                  templates:
                  - name: run
                    container: {image: "busybox:1.37", volumeMounts: [{name: data, mountPath: /data}]}
                    volumes: [{name: data,
                      hostPath: {path: /home/ann}}]
                """);
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(Path.of("t.yaml")),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(Path.of("policies")),
                Optional.empty(),
                false);
        List<String> said =
                Verifier.verify(request, new BuiltInPolicies(getClass().getClassLoader())).findings().stream()
                        .filter(finding -> finding.rule().equals("HOME-01"))
                        .flatMap(finding -> new TextReport(folder.resolve("elsewhere")).lines(finding).stream())
                        .toList();
        assertThat(String.join("\n", said) + "\n").isEqualTo(blocks("").get(1));
    }
}
