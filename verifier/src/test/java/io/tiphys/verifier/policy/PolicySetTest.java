package io.tiphys.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicySetTest {
    private static final String BINDING = """
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: b}
            spec: {policyName: p, validationActions: [Deny]%s}
            """;

    private static String policy(String spec) {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: p}
                spec:
                  matchConstraints:
                    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
                """ + spec.indent(2);
    }

    private static PolicySet set(String spec) {
        return set(spec, "", "");
    }

    private static PolicySet set(String spec, String binding, String more) {
        return PolicySet.of("p.yaml", policy(spec) + BINDING.formatted(binding) + more, KubernetesVersion.NEWEST);
    }

    private static JsonNode pod(String spec) {
        return new YamlReader()
                .read("apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: x}}\nspec: " + spec)
                .documents()
                .get(0)
                .json();
    }

    private static PolicyOutcome judge(PolicySet set, String pod) {
        List<PolicyOutcome> outcomes = set.evaluate(PolicySubject.create(pod(pod)));
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    @Test
    void everyDenialIsReported() {
        PolicySet set = set("validations: [{expression: 'false', message: one}, {expression: 'false',"
                + " messageExpression: '\"two \" + object.metadata.name', reason: Forbidden}, {expression: 'true'}]");
        assertThat(judge(set, "{}"))
                .isEqualTo(new PolicyOutcome(
                        "p", "b", Verdict.DENIED, List.of("Deny"), "Invalid", List.of("one", "two a")));
    }

    @Test
    void messagesFallBack() {
        PolicySet set =
                set("validations: [{expression: 'false', messageExpression: 'object.nope.x + \"\"', message: m},"
                        + " {expression: ' 1 > 2 ', messageExpression: '\" \"'}]");
        assertThat(judge(set, "{}").messages()).containsExactly("m", "failed expression: 1 > 2");
    }

    @Test
    void failurePolicyGovernsErrorsOnly() {
        String validations = "validations: [{expression: 'object.spec.nope == 1'}]";
        assertThat(judge(set(validations), "{}").verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judge(set(validations + "\nfailurePolicy: Ignore"), "{}").verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(judge(set("validations: [{expression: 'false'}]\nfailurePolicy: Ignore"), "{}")
                        .verdict())
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aFalseConditionSkipsEvenIfOthersFail() {
        String conditions =
                "matchConditions: [{name: a, expression: 'object.nope == 1'}, {name: b, expression: 'false'}]";
        assertThat(judge(set(conditions + "\nvalidations: [{expression: 'false'}]"), "{}")
                        .verdict())
                .isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void variablesAreLazy() {
        PolicySet set = set(
                "variables: [{name: bad, expression: object.nope}, {name: fields, expression: 'size(object.spec)'}]\n"
                        + "validations: [{expression: 'variables.fields > 5 || variables.fields < 5'}]");
        assertThat(judge(set, "{}").verdict()).isEqualTo(Verdict.ALLOWED);
        PolicySet touched = set("variables: [{name: bad, expression: object.nope}]\n"
                + "validations: [{expression: 'has(variables.bad)'}]");
        assertThat(judge(touched, "{}").messages())
                .containsExactly(
                        "expression 'has(variables.bad)' resulted in error: composited variable \"bad\" fails to"
                                + " evaluate: no such key: nope");
    }

    @Test
    void paramsComeByNameOrNotAtAll() {
        String spec = "paramKind: {apiVersion: v1, kind: ConfigMap}\n"
                + "validations: [{expression: 'params.data.ok == \"yes\"', message: m}]";
        String reference = ", paramRef: {name: c, namespace: n, parameterNotFoundAction: %s}";
        String params = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: n}\ndata: {ok: 'yes'}\n";
        assertThat(judge(set(spec, reference.formatted("Deny"), params), "{}").verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(judge(set(spec, reference.formatted("Deny"), ""), "{}").verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge(set(spec, reference.formatted("Allow"), ""), "{}").verdict())
                .isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void selectorsNarrow() {
        String spec = "validations: [{expression: 'false'}]";
        String labels =
                ", matchResources: {namespaceSelector: {matchLabels: {team: t}}, objectSelector: {matchLabels: {app: %s}}}";
        PolicySubject subject = PolicySubject.create(pod("{}"));
        assertThat(set(spec, labels.formatted("x"), "").evaluate(subject)).isEmpty();
        PolicySubject inTeam = subject.inNamespace("n", Map.of("team", "t"));
        assertThat(set(spec, labels.formatted("x"), "").evaluate(inTeam)).hasSize(1);
        assertThat(set(spec, labels.formatted("y"), "").evaluate(inTeam)).isEmpty();
    }

    @Test
    void requestsComeFromLimits() {
        PolicySet set = set("validations: [{expression: 'object.spec.containers[0].resources.requests.cpu == \"2\"'}]");
        assertThat(judge(set, "{containers: [{name: a, resources: {limits: {cpu: '2'}}}]}")
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    private static Verdict undetermined(String expression) {
        PolicySubject subject = PolicySubject.create(
                        pod("{containers: [{name: a, image: '{{image}}', resources: {limits: {cpu: '{{n}}'}}}]}"))
                .withUndetermined(
                        Set.of(
                                JsonPointer.compile("/spec/containers/0/image"),
                                JsonPointer.compile("/spec/containers/0/resources/limits/cpu")),
                        Map.of());
        return set("validations: [{expression: \"" + expression + "\"}]")
                .evaluate(subject)
                .get(0)
                .verdict();
    }

    @Test
    void undeterminedOnlyWhereItMatters() {
        String cpu = "object.spec.containers[0].resources.limits.cpu";
        assertThat(undetermined("object.spec.containers[0].name == 'a'")).isEqualTo(Verdict.ALLOWED);
        assertThat(undetermined("has(" + cpu + ")")).isEqualTo(Verdict.ALLOWED);
        assertThat(undetermined("object.spec.containers[0].image.startsWith('r.example/')"))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(undetermined("quantity(" + cpu + ").isLessThan(quantity('7777'))"))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(undetermined(cpu + " == object.spec.containers[0].resources.requests.cpu"))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(undetermined(cpu + " != object.spec.containers[0].resources.requests.cpu"))
                .isEqualTo(Verdict.DENIED);
        assertThat(undetermined("object.spec.containers.exists(c, c.name == 'b')"))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void pol01StructureIsChecked() {
        assertThat(set("validations: []").findings()).extracting(Finding::rule).containsExactly("POL-01");
        assertThat(set("validations: [{expression: 'true', reason: Other}]").findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("Other").contains("Forbidden"));
        assertThat(set("validations: [{expression: 'true'}]").check()).isEmpty();
    }

    @Test
    void pol02ExpressionsCompile() {
        PolicySet set = set("validations:\n- expression: object.spec.hostNetwork");
        assertThat(set.findings()).isEmpty();
        assertThat(set.check()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("POL-02");
            assertThat(finding.message()).contains("must evaluate to bool but got dyn");
            assertThat(finding.place().line()).isEqualTo(8);
        });
        assertThat(judge(set, "{}").verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void pol03AndPol04BindingsAndPoliciesMeet() {
        String other = BINDING.formatted("").replace("policyName: p", "policyName: q");
        PolicySet set =
                PolicySet.of("p.yaml", policy("validations: [{expression: 'true'}]") + other, KubernetesVersion.NEWEST);
        assertThat(set.findings()).extracting(Finding::rule).containsExactlyInAnyOrder("POL-03", "POL-04");
    }

    @Test
    void pol05ParamsAreThere() {
        PolicySet set = set(
                "paramKind: {apiVersion: v1, kind: ConfigMap}\nvalidations: [{expression: 'true'}]",
                ", paramRef: {name: c, namespace: n, parameterNotFoundAction: Deny}",
                "");
        assertThat(set.check()).extracting(Finding::rule).containsExactly("POL-05");
    }

    @Test
    void pol06Fails() {
        PolicySet set = PolicySet.of(
                "p.yaml",
                policy("validations: [{expression: 'true'}]") + "---\n" + policy("validations: [{expression: 'false'}]")
                        + BINDING.formatted("") + BINDING.formatted(""),
                KubernetesVersion.NEWEST);
        assertThat(set.findings()).extracting(Finding::rule).containsExactly("POL-06", "POL-06");
        assertThat(set.findings().get(0).message()).isEqualTo("'p' is defined already in p.yaml:3");
        assertThat(judge(set, "{}").verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void pol06Passes() {
        assertThat(set("validations: [{expression: 'true'}]").findings()).isEmpty();
    }

    @Test
    void paramsOfOnesOwnReplaceThoseOfTheProfile() {
        String params = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: n}\ndata: {ok: '%s'}\n";
        PolicySet set = set(
                "paramKind: {apiVersion: v1, kind: ConfigMap}\nvalidations: [{expression: 'params.data.ok == \"1\"'}]",
                ", paramRef: {name: c, namespace: n, parameterNotFoundAction: Deny}",
                params.formatted("0") + params.formatted("1"));
        assertThat(judge(set, "{}").verdict()).isEqualTo(Verdict.ALLOWED);
    }

    private static List<Finding> annotated(String annotation) {
        String policy = policy("validations: [{expression: 'true'}]")
                .replace("metadata: {name: p}", "metadata: {name: p, annotations: {" + annotation + "}}");
        return PolicySet.of("p.yaml", policy + BINDING.formatted(""), KubernetesVersion.NEWEST)
                .findings();
    }

    @Test
    void pol07Fails() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "tiphys.io/remedy: x", "did you mean \"tiphys.io/remedies\"?",
                        "tiphys.io/severity: high", "allowed are error, warning, info",
                        "tiphys.io/at: spec", "a pointer begins with /",
                        "tiphys.io/remedies: x", "no YAML list",
                        "tiphys.io/remedies: '[{yaml: x}]'", "no when",
                        "tiphys.io/remedies: '[{when: (}]'", "no regular expression")
                .entrySet()) {
            assertThat(annotated(wrong.getKey()))
                    .as(wrong.getKey())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.rule()).isEqualTo("POL-07");
                        assertThat(finding.message()).contains(wrong.getValue());
                    });
        }
    }

    @Test
    void pol07Passes() {
        assertThat(
                        annotated(
                                "tiphys.io/severity: info, tiphys.io/at: /spec, tiphys.io/remedies: '[{when: a, yaml: b}]', a/b: c"))
                .isEmpty();
    }

    @Test
    void aRemedyHasTheWordsOfTheMessage() {
        Remedies remedies = Remedies.of(
                new Remedies.Remedy("a: ${x:1}", "b()"),
                "[{when: '[(](?P<x>[a-z]+)[)]', yaml: 'c: ${x}${y}${z:2}'}, {when: last, java: d()}]");
        assertThat(remedies.of(List.of())).isEqualTo(new Remedies.Remedy("a: 1", "b()"));
        assertThat(remedies.of(List.of("main (cpu)"))).isEqualTo(new Remedies.Remedy("c: cpu2", "b()"));
        assertThat(remedies.of(List.of("none", "at last"))).isEqualTo(new Remedies.Remedy("a: 1", "d()"));
    }
}
