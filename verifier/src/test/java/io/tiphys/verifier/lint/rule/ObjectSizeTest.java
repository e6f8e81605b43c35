package io.tiphys.verifier.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.lint.Checks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObjectSizeTest {

    @Test
    @DisplayName("NAME-09 fails")
    void fails() {
        assertThat(Checks.of(annotated(262_145))).extracting(Finding::rule).containsExactly("NAME-09");
    }

    @Test
    @DisplayName("NAME-09 passes")
    void passes() {
        assertThat(Checks.of(annotated(262_000))).isEmpty();
    }

    private static String annotated(int length) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata:
                  name: example
                  annotations:
                    text: %s
                spec:
                  entrypoint: main
                  templates:
                  - name: main
                    suspend: {}
                """.formatted("x".repeat(length));
    }
}
