package io.tiphys.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizerTest {
    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: p}
            spec:
              matchConstraints:
                resourceRules:
                - {apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}
              validations:
              - {expression: "EXPRESSION"}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: b}
            spec: {policyName: p, validationActions: [Deny]}
            """;

    private static PolicySet policies(String expression) {
        return PolicySet.of("p.yaml", POLICY.replace("EXPRESSION", expression), KubernetesVersion.NEWEST);
    }

    private static Verdict verdict(String expression, String group) throws Exception {
        PolicySubject subject = PolicySubject.create(new ObjectMapper().readTree("""
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c", "namespace": "n"}}
                """));
        return policies(expression)
                .evaluate(subject.by("u", List.of(group)))
                .get(0)
                .verdict();
    }

    @Test
    void superusersMayDoEverything() throws Exception {
        String check = "authorizer.group('').resource('pods').namespace('n').check('create').allowed()";
        assertThat(verdict(check, "system:masters")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict("!" + check, "system:masters")).isEqualTo(Verdict.DENIED);
        assertThat(verdict("authorizer.requestResource.check('get').reason() == ''", "system:masters"))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void whatOthersMayIsUndetermined() throws Exception {
        String check = "authorizer.path('/healthz').check('get').allowed()";
        assertThat(verdict(check, "users")).isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdict("authorizer.serviceAccount('n', 's').path('/').check('get').allowed()", "system:masters"))
                .isEqualTo(Verdict.UNDETERMINED);
    }
}
