package io.tiphys.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.verifier.cel.KubernetesVersion;
import org.junit.jupiter.api.Test;

class StructureRulesTest {
    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: p}
            spec:
              matchConstraints:
                resourceRules:
                - {apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}
              auditAnnotations:
              - {key: KEY, valueExpression: "'x'"}
              validations:
              - {expression: 'true'}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: b}
            spec: {policyName: p, validationActions: [Deny]}
            """;

    private static PolicySet policies(String key) {
        return PolicySet.of("p.yaml", POLICY.replace("KEY", key), KubernetesVersion.NEWEST);
    }

    @Test
    void auditAnnotationKeysAreNames() {
        assertThat(policies("k").check()).isEmpty();
        assertThat(policies("a/b").check()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("the key 'a/b' is not allowed"));
    }

    @Test
    void unknownFieldsAreRefused() {
        assertThat(policies("k, severity: high").check()).singleElement().satisfies(finding -> assertThat(
                        finding.message())
                .isEqualTo("unknown field 'severity'; allowed are key, valueExpression"));
    }
}
