package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The goals around policies, run by a real Maven in folders without a POM. */
class PolicyGoalsIT {
    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata:
              name: no-busybox
            spec:
              matchConstraints:
                resourceRules:
                - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
              validations:
              - expression: "!object.spec.containers.exists(c, c.image.contains('busybox'))"
                message: busybox is not supported here
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata:
              name: no-busybox
            spec:
              policyName: no-busybox
              validationActions: [Deny]
            """;
    private static final String CASES = """
            cases:
            - name: busybox
              expect: %s
              object: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: main, image: "busybox:1"}]}}
            """;
    private static final String TEMPLATE = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata:
              name: sample
            spec:
              entrypoint: run
              securityContext: {runAsNonRoot: true}
              templates:
              - name: run
                container:
                  image: busybox:1.37
                  resources: {limits: {cpu: "1", memory: 1Gi}}
            """;

    private static String goal(String name) {
        return "io.tiphys:tiphys-maven-plugin:" + TemplateProject.version() + ":" + name;
    }

    @Test
    void policyTestRunsTheCasesOfAJarByItsCoordinates() throws Exception {
        TemplateProject.Build build = TemplateProject.withoutPom("policy-jar")
                .maven(goal("policy-test"), "-Dtiphys.policies=io.tiphys:tiphys-policies:" + TemplateProject.version());
        assertThat(build.success()).as(build.text()).isTrue();
        assertThat(build.text()).containsPattern("Tested \\d\\d policies with \\d{3} cases: all as expected");
    }

    @Test
    void policyTestTellsWhichCaseDoesNotHold() throws Exception {
        TemplateProject folder = TemplateProject.withoutPom("policy-cases")
                .file("policies/no-busybox.yaml", POLICY)
                .file("policies/no-busybox.cases.yaml", CASES.formatted("denied"));
        TemplateProject.Build good = folder.maven(goal("policy-test"), "-Dtiphys.policies=policies");
        assertThat(good.success()).as(good.text()).isTrue();
        assertThat(good.text()).contains("Tested 1 policy with 1 case: all as expected.");
        folder.file("policies/no-busybox.cases.yaml", CASES.formatted("allowed"));
        TemplateProject.Build bad = folder.maven(goal("policy-test"), "-Dtiphys.policies=policies");
        assertThat(bad.success()).isFalse();
        assertThat(bad.text()).contains("policies/no-busybox.cases.yaml: busybox: expected allowed");
    }

    @Test
    void aPolicyOfOnesOwnIsWaivedUntilItsDay() throws Exception {
        TemplateProject folder = TemplateProject.withoutPom("waivers")
                .file("policies/no-busybox.yaml", POLICY)
                .file("policies/no-busybox.cases.yaml", CASES.formatted("denied"))
                .file("yaml/sample.yaml", TEMPLATE)
                .file("src/main/tiphys/waivers.yaml", """
                        waivers:
                        - rule: no-busybox
                          selector: {file: yaml/*, template: run}
                          reason: until the new image is there
                          owner: ann
                          expires: 2027-01-31
                        """);
        String[] arguments = {
            goal("verify"), "-Dtiphys.sources=yaml", "-Dtiphys.policies=policies", "-Dtiphys.today=2027-01-31"
        };
        TemplateProject.Build before = folder.maven(arguments);
        assertThat(before.success()).as(before.text()).isTrue();
        assertThat(before.text())
                .contains("waived until 2027-01-31 by ann: until the new image is there", "  no-busybox: 1 waived");
        arguments[3] = "-Dtiphys.today=2027-02-01";
        TemplateProject.Build after = folder.maven(arguments);
        assertThat(after.success()).isFalse();
        assertThat(after.text()).contains("busybox is not supported here", "WAIV-02", "expired on 2027-01-31");
    }

    @Test
    void anOldRepositoryStartsGreenAndOnlyImproves() throws Exception {
        TemplateProject folder =
                TemplateProject.withoutPom("baseline").file("yaml/sample.yaml", TEMPLATE.replace("cpu: \"1\", ", ""));
        String[] arguments = {goal("verify"), "-Dtiphys.sources=yaml", "-Dtiphys.writeBaseline=true"};
        assertThat(folder.maven(arguments).success()).isTrue();
        arguments[2] = "-Dtiphys.failOn=warning";
        TemplateProject.Build green = folder.maven(arguments);
        assertThat(green.success()).as(green.text()).isTrue();
        folder.file("yaml/sample.yaml", TEMPLATE);
        TemplateProject.Build better = folder.maven(arguments);
        assertThat(better.success()).isFalse();
        assertThat(better.text()).contains("BASE-02", "accepts 1 more of RES-02 in yaml/sample.yaml [run/main]");
    }
}
