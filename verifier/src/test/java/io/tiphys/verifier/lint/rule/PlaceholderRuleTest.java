package io.tiphys.verifier.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.Checks;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FILL-01: what is a placeholder, and where it is an error. */
class PlaceholderRuleTest {
    private static List<Finding> found(String account, String image, String value, String argument) {
        return Checks.of("""
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata:
                  name: tiles
                spec:
                  entrypoint: run
                  serviceAccountName: '%s'
                  arguments:
                    parameters:
                    - name: place
                      value: '%s'
                  templates:
                  - name: run
                    container:
                      image: '%s'
                      args: ['%s', '{{workflow.parameters.place}}']
                """.formatted(account, value, image, argument)).stream()
                .filter(finding -> finding.rule().equals("FILL-01"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TODO",
                "TODO-account",
                "my_FIXME",
                "changeme",
                "CHANGE_ME",
                "replace-me",
                "{account}",
                "a-{b.c}-d",
                "<project>-user",
                "<your account>"
            })
    void fill01InANameIsAnError(String text) {
        assertThat(found(text, "a/b:1", "x", "y")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.place().pointer()).isEqualTo("/spec/serviceAccountName");
            assertThat(finding.message()).contains("is not filled in").contains(text);
        });
        assertThat(found("workflows", text + "/b:1", "x", "y"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TODO", "s3://{bucket}/x", "CHANGEME"})
    void fill01InAnotherValueIsAWarning(String text) {
        assertThat(found("workflows", "a/b:1", text, text))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}",
                "${HOME}",
                "%{http_code}",
                "{{workflow.name}}",
                "{{=sprig.upper(workflow.name)}}",
                "todo",
                "METODOS",
                "echo TODO later",
                "<b>bold</b>",
                "print(\"{x} and {y}\")",
                "[0-9]{2}"
            })
    void fill01IsSilentAboutWhatIsMeantSo(String text) {
        assertThat(found("workflows", "a/b:1", text, text)).isEmpty();
    }
}
