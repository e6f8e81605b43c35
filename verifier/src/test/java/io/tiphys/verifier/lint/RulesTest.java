package io.tiphys.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a failing and a passing example, {@code rules/<id>/fails.yaml} and {@code passes.yaml}; the line at which
 * it must report ends in {@code # <-}.
 */
class RulesTest {
    /** Of pods, policies, waivers and baselines, in the tests of their packages. */
    private static final List<String> FAMILIES_ELSEWHERE = List.of("POD-", "POL-", "WAIV-", "BASE-");

    private static final String MARK = "# <-";
    /** They need files and folders, or huge texts: see LoaderTest, ObjectSizeTest and UniqueObjectsTest. */
    private static final Set<String> ELSEWHERE = Set.of("LOAD-04", "LOAD-05", "LOAD-08", "NAME-09", "NAME-10");

    static Stream<String> ids() {
        return RuleCatalogue.all().stream()
                .map(Rule::id)
                .filter(id -> FAMILIES_ELSEWHERE.stream().noneMatch(id::startsWith))
                .filter(id -> !ELSEWHERE.contains(id));
    }

    @ParameterizedTest(name = "{0} fails")
    @MethodSource("ids")
    void fails(String id) throws IOException {
        String text = example(id, "fails");
        int line = (int) text.substring(0, text.indexOf(MARK))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        List<Finding> found = Checks.of(text).stream()
                .filter(finding -> finding.rule().equals(id))
                .toList();
        assertThat(found).as("findings of %s", id).hasSize(1);
        assertThat(found.get(0).place().line()).as("line of %s", found.get(0)).isEqualTo(line);
        assertThat(found.get(0).remedy()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} fails, and nothing else does")
    @MethodSource("ids")
    void failsAlone(String id) throws IOException {
        assertThat(Checks.of(example(id, "fails")))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .allMatch(rule -> rule.equals(id) || isInfo(id));
    }

    @ParameterizedTest(name = "{0} passes")
    @MethodSource("ids")
    void passes(String id) throws IOException {
        assertThat(Checks.of(example(id, "passes")))
                .as("all findings of the passing example of %s", id)
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    @DisplayName("ids are unique, rules say what to do")
    void catalogue() {
        List<Rule> rules = RuleCatalogue.all();
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]+-[0-9]{2}"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.summary()).endsWith(".");
            assertThat(rule.remedy()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
        });
    }

    private static boolean isInfo(String id) {
        return RuleCatalogue.all().stream().anyMatch(rule -> rule.id().equals(id) && rule.severity() != Severity.ERROR);
    }

    private static String example(String id, String which) throws IOException {
        try (InputStream in =
                RulesTest.class.getResourceAsStream("/io/tiphys/verifier/rules/" + id + "/" + which + ".yaml")) {
            assertThat(in).as("example rules/%s/%s.yaml", id, which).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
