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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** {@code SEC-04 to SEC-07} and {@code SEC-04} in a text. */
    private static Set<String> mentioned(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher found =
                Pattern.compile("([A-Z]+)-([0-9]{2})(?: to \\1-([0-9]{2}))?").matcher(text);
        while (found.find()) {
            int last = Integer.parseInt(found.group(found.group(3) == null ? 2 : 3));
            for (int number = Integer.parseInt(found.group(2)); number <= last; number++) {
                ids.add(String.format(Locale.ROOT, "%s-%02d", found.group(1), number));
            }
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileSaysWhyARuleIsOffAndWhereEachValueComesFrom(String name) {
        BuiltInPolicies builtIn = new BuiltInPolicies(PolicyFilesTest.class.getClassLoader());
        PolicyProfile profile = builtIn.profile(name).orElseThrow();
        String comment = PolicyFiles.read("profiles/" + name + ".yaml")
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        Set<String> off = new TreeSet<>(builtIn.rules());
        off.removeAll(profile.rules());
        assertThat(mentioned(comment)).containsAll(off);
        profile.params().json().path("data").properties().forEach(parameter -> {
            if (!parameter.getKey().equals("rules")
                    && !parameter.getValue().asText().isEmpty()) {
                assertThat(comment).contains(parameter.getKey());
            }
        });
    }

    static Set<String> profiles() {
        return new BuiltInPolicies(PolicyFilesTest.class.getClassLoader()).profiles();
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
