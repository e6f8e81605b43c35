package io.tiphys.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** All expressions of a policy together may cost so much and no more. */
class BudgetTest {
    private static final String TOO_MUCH = loop(7);
    private static final String HALF = loop(4) + " || true";

    private static String loop(int depth) {
        String inner = "false";
        for (int i = 0; i < depth; i++) {
            inner = "[1,2,3,4,5,6,7,8,9,10].exists(x" + i + ", " + inner + ")";
        }
        return inner;
    }

    private static PolicyOutcome judge(String spec) {
        String policy = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: p}
                spec:
                  matchConstraints:
                    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
                %s
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata: {name: b}
                spec: {policyName: p, validationActions: [Deny]}
                """.formatted(spec.indent(2));
        JsonNode pod = new YamlReader()
                .read("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}")
                .documents()
                .get(0)
                .json();
        return PolicySet.of("p.yaml", policy, KubernetesVersion.NEWEST)
                .evaluate(PolicySubject.create(pod))
                .get(0);
    }

    private static String validations(String expression, int times) {
        return "validations: [" + String.join(", ", Collections.nCopies(times, "{expression: '" + expression + "'}"))
                + "]\n";
    }

    @Test
    void oneExpression() {
        PolicyOutcome outcome = judge(validations(TOO_MUCH, 1));
        assertThat(outcome.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(outcome.messages().get(0))
                .endsWith("resulted in error: operation cancelled: actual cost limit exceeded");
    }

    @Test
    void allValidationsTogether() {
        assertThat(judge(validations(TOO_MUCH, 11)).messages()).containsExactly(Budget.EXCEEDED);
        assertThat(judge("failurePolicy: Ignore\n" + validations(TOO_MUCH, 11)).verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aVariableCountsOnce() {
        String variable = "variables: [{name: v, expression: '" + TOO_MUCH + "'}]\n";
        PolicyOutcome outcome = judge(variable + validations("variables.v", 20));
        assertThat(outcome.messages())
                .hasSize(20)
                .allMatch(message -> message.contains("composited variable \"v\" fails to evaluate"));
    }

    @Test
    void matchConditions() {
        String conditions =
                "matchConditions: [%s{name: a, expression: '%s'}, {name: b, expression: '%s'}, {name: c, expression: '%s'}]\n"
                        + validations("true", 1);
        assertThat(judge(conditions.formatted("", TOO_MUCH, TOO_MUCH, TOO_MUCH)).messages())
                .containsExactly(Budget.EXCEEDED);
        assertThat(judge(conditions.formatted("{name: n, expression: \"false\"},", TOO_MUCH, TOO_MUCH, TOO_MUCH))
                        .messages())
                .as("also if one is false")
                .containsExactly(Budget.EXCEEDED);
        assertThat(judge(conditions.formatted("", "false", "true", "true")).verdict())
                .isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void messages() {
        String all = String.join(
                ", ",
                Collections.nCopies(12, "{expression: \"true\", messageExpression: \"" + TOO_MUCH + " ? 'a' : 'b'\"}"));
        assertThat(judge("validations: [" + all + "]\n").messages().get(0))
                .isEqualTo("failed messageExpression: " + Budget.EXCEEDED);
        assertThat(judge(validations("false", 2)).messages())
                .containsExactly("failed expression: false", "failed expression: false");
    }

    @Test
    void whatFits() {
        assertThat(judge(validations(HALF, 3)).verdict()).isNotEqualTo(Verdict.DENIED);
        assertThat(judge(validations("true", 1)).verdict()).isEqualTo(Verdict.ALLOWED);
    }
}
