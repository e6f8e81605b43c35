package io.tiphys.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.RuleCatalogue;
import io.tiphys.verifier.lint.Checks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule that the schema states in CEL, in places at which argo lint does not look. */
class CrdRuleTest {
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata: {name: example}
            spec:
            """;

    private record Example(String id, String field, String wrong, String right) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "ARG-05",
                    "archiveLocation",
                    "{archiveLocation: {raw: {data: x}, http: {url: 'https://example.org'}}}",
                    "{archiveLocation: {raw: {data: x}, archiveLogs: true}}"),
            new Example(
                    "ARG-05",
                    "0",
                    "{inputs: {artifacts: [{name: a, raw: {data: x}, http: {url: 'https://example.org'}}]}}",
                    "{inputs: {artifacts: [{name: a, raw: {data: x}}]}}"),
            new Example(
                    "ARG-05",
                    "artifactPaths",
                    data("raw: {data: x}, http: {url: 'https://example.org'}"),
                    data("raw: {data: x}")),
            new Example(
                    "MET-02",
                    "gauge",
                    gauge("realtime: true, value: '{{resourcesDuration.cpu}}'"),
                    gauge("realtime: false, value: '{{resourcesDuration.cpu}}'")),
            new Example("DAG-04", "dependencies", task("depends: b, dependencies: [b]"), task("depends: b")),
            new Example(
                    "DAG-04",
                    "continueOn",
                    task("depends: b, continueOn: {failed: true}"),
                    task("dependencies: [b], continueOn: {failed: true}")),
            new Example(
                    "DAG-05",
                    "name",
                    "{dag: {tasks: [{name: 1a, template: t, depends: b}]}}",
                    "{dag: {tasks: [{name: 1a, template: t}]}}"),
            new Example(
                    "LOOP-02",
                    "withSequence",
                    task("withSequence: {count: '1', end: '2'}"),
                    task("withSequence: {start: '1', end: '2'}")),
            new Example(
                    "TPL-07",
                    "resource",
                    "{resource: {action: get, manifest: 'a: b', manifestFrom: {artifact: {name: a}}}}",
                    "{resource: {action: get, manifest: 'a: b'}}"));

    private static String data(String locations) {
        return "{data: {source: {artifactPaths: {name: a, " + locations
                + "}}, transformation: [{expression: 'true'}]}}";
    }

    private static String gauge(String fields) {
        return "{metrics: {prometheus: [{name: m, help: h, gauge: {" + fields + "}}]}}";
    }

    private static String task(String fields) {
        return "{dag: {tasks: [{name: a, template: t, " + fields + "}]}}";
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.id() + " " + example.field(), () -> {
                    List<Finding> wrong = Checks.of(HEAD + "  templateDefaults: " + example.wrong() + "\n");
                    assertThat(wrong)
                            .filteredOn(finding -> finding.rule().equals(example.id()))
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.refusedBy()).containsExactly(RealProgram.API_SERVER);
                                assertThat(finding.place().pointer()).endsWith("/" + example.field());
                                assertThat(finding.remedy()).isNotBlank();
                            });
                    assertThat(Checks.of(HEAD + "  templateDefaults: " + example.right() + "\n"))
                            .noneMatch(finding -> finding.rule().equals(example.id()));
                }));
    }

    @Test
    void templatesAreSaidOnceForBothPrograms() {
        String text = HEAD
                + "  templates:\n  - {name: a, timeout: 5s, activeDeadlineSeconds: 5, dag: {tasks: [{name: x, template: b}]}}\n"
                + "  - {name: b, suspend: {}, http: {url: 'https://example.org'}}\n";
        assertThat(Checks.of(text)).extracting(Finding::rule).containsExactlyInAnyOrder("TPL-02", "TPL-02", "TPL-01");
        assertThat(Checks.of(text)).allSatisfy(finding -> assertThat(finding.refusedBy())
                .containsExactly(RealProgram.ARGO_LINT, RealProgram.API_SERVER));
    }

    @Test
    void minimalCrdsAskForNone() {
        String text = HEAD + "  templateDefaults: " + task("depends: b, dependencies: [b]") + "\n";
        assertThat(Checks.of(text, new SchemaSettings("4.1", CrdProfile.MINIMAL, "1.35")))
                .noneMatch(finding -> finding.rule().equals("DAG-04"));
    }

    @Test
    void idsAreThoseOfTheCatalogue() {
        assertThat(CrdRule.all()).hasSize(12);
        assertThat(RuleCatalogue.all())
                .extracting(Rule::id)
                .containsAll(CrdRule.all().stream().map(CrdRule::id).toList());
    }
}
