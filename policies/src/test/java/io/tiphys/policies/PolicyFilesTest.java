package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyCase;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicyProfile;
import io.tiphys.verifier.policy.PolicySet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFilesTest {

    static List<String> policies() {
        return PolicyFiles.policies();
    }

    static List<String> yamlFiles() {
        return PolicyFiles.all().stream().filter(file -> file.endsWith(".yaml")).toList();
    }

    @TestFactory
    Stream<DynamicTest> casesHold() {
        return policies().stream().flatMap(file -> PolicyFiles.cases(file).stream()
                .map(one -> DynamicTest.dynamicTest(file + ": " + one.name(), () -> assertThat(
                                one.check(PolicyFiles.manifests(file), KubernetesVersion.NEWEST))
                        .isEmpty())));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void hasTwoCasesOfEachKind(String file) {
        List<String> expected =
                PolicyFiles.cases(file).stream().map(PolicyCase::expected).toList();
        assertThat(expected).filteredOn("allowed"::equals).hasSizeGreaterThanOrEqualTo(2);
        assertThat(expected).filteredOn("denied"::equals).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isTakenByEveryVersion(String file) {
        List<Manifest> documents = PolicyFiles.manifests(file);
        for (int minor = KubernetesVersion.OLDEST.minor(); minor <= KubernetesVersion.NEWEST.minor(); minor++) {
            assertThat(PolicySet.of(documents, new KubernetesVersion(minor)).check())
                    .filteredOn(finding -> !finding.rule().equals("POL-05"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void saysWhatReportsNeed(String file) {
        PolicySet set = PolicySet.of(PolicyFiles.manifests(file), KubernetesVersion.NEWEST);
        assertThat(set.names()).hasSize(1);
        String name = set.names().iterator().next();
        PolicyInfo info = set.info(name).orElseThrow();
        String rule = file.substring(file.indexOf('/') + 1, file.length() - ".yaml".length());
        assertThat(info.rule()).isEqualTo(rule);
        assertThat(name).startsWith(rule.toLowerCase(Locale.ROOT) + "-").endsWith(".tiphys.io");
        assertThat(info.title()).isNotBlank();
        assertThat(info.remedyYaml()).isNotBlank();
        assertThat(info.remedyJava()).isNotBlank();
        List<String> actions =
                switch (info.severity().orElseThrow()) {
                    case ERROR -> List.of("Deny");
                    case WARNING -> List.of("Warn", "Audit");
                    case INFO -> List.of("Audit");
                };
        Manifest binding = PolicyFiles.manifests(file).get(1);
        assertThat(binding.json().path("spec").path("validationActions"))
                .extracting(action -> action.asText())
                .isEqualTo(actions);
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void isCanonical(String file) {
        String text = PolicyFiles.read(file);
        String comment = text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String content = PolicyFiles.yaml(file).documents().stream()
                .map(document -> YamlWriter.write(document.json()))
                .collect(Collectors.joining("---\n"));
        assertThat(text).isEqualTo(comment + content);
    }

    @Test
    void indexListsAllFiles() {
        String files = yamlFiles().stream()
                .filter(file -> !file.endsWith(".cases.yaml"))
                .map(file -> file + "\n")
                .collect(Collectors.joining());
        assertThat(PolicyFiles.read("index")).isEqualTo(files);
    }

    @Test
    void profilesChooseRulesThatExist() {
        BuiltInPolicies builtIn = new BuiltInPolicies(PolicyFilesTest.class.getClassLoader());
        assertThat(builtIn.profiles())
                .containsExactly("baseline", "cloudharness", "diamond", "easi", "eidf", "geoanalytics");
        for (String name : builtIn.profiles()) {
            PolicyProfile profile = builtIn.profile(name).orElseThrow();
            PolicySet set = PolicySet.of(builtIn.documents(name).orElseThrow(), KubernetesVersion.NEWEST);
            assertThat(set.check()).isEmpty();
            assertThat(set.names())
                    .extracting(policy -> set.info(policy).orElseThrow().rule())
                    .containsExactlyInAnyOrderElementsOf(profile.rules());
        }
        assertThat(builtIn.documents("nowhere")).isEmpty();
    }

    @Test
    void diamondVouchesForTheSessionFolder() {
        BuiltInPolicies builtIn = new BuiltInPolicies(PolicyFilesTest.class.getClassLoader());
        assertThat(builtIn.profile("diamond").orElseThrow().examples("configMap.sessionspaces.data_directory"))
                .hasValueSatisfying(examples -> assertThat(examples).allMatch(path -> path.startsWith("/dls/")));
        assertThat(builtIn.profile("baseline").orElseThrow().examples("configMap.sessionspaces.data_directory"))
                .isEmpty();
    }
}
