package io.tiphys.policies.fuzz;

import java.util.List;

/** Manifests that stand for what people write, one of each kind of text and tree. */
final class WrittenManifests {
    private WrittenManifests() {}

    static List<String> all() {
        return List.of(DAG, CRON, POLICY, JOB);
    }

    private static final String DAG = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata: {name: graph}
            spec:
              entrypoint: main
              arguments:
                parameters: [{name: message, value: "hello {{workflow.name}}"}, {name: count, default: "3"}]
              volumes:
              - name: tmp
                emptyDir: {sizeLimit: 1Gi}
              templates:
              - name: main
                dag:
                  tasks:
                  - name: a
                    template: work
                    withSequence: {count: "{{workflow.parameters.count}}"}
                    arguments: {parameters: [{name: message, value: "{{=item + 1}}"}]}
                  - name: b
                    template: work
                    depends: a.Succeeded || (a.Failed && !a.Skipped)
                    when: "{{workflow.parameters.count}} > 2 && 'x' =~ '^x'"
                    arguments: {parameters: [{name: message, value: "{{tasks.a.outputs.result}}"}]}
              - name: work
                inputs: {parameters: [{name: message}]}
                retryStrategy: {limit: 3, backoff: {duration: 1m, factor: 2}}
                podSpecPatch: '{"containers": [{"name": "main", "resources": {"limits": {"cpu": "{{inputs.parameters.message}}"}}}]}'
                container:
                  image: registry.example.org/run:1.0
                  command: [run]
                  args: ["{{inputs.parameters.message}}"]
                  env: [{name: PASSWORD, value: "{{inputs.parameters.message}}"}]
                  resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {memory: 1.5e3Mi}}
                  volumeMounts: [{name: tmp, mountPath: /tmp}]
            """;

    private static final String CRON = """
            # two documents, an anchor, a merge and block texts
            apiVersion: argoproj.io/v1alpha1
            kind: CronWorkflow
            metadata:
              name: nightly
              labels: &labels {app: nightly}
            spec:
              schedules: ["0 3 * * 1-5", "@daily"]
              timezone: Europe/London
              workflowSpec:
                entrypoint: steps
                podMetadata: {labels: {<<: *labels, more: "1"}}
                templates:
                - name: steps
                  steps:
                  - - {name: one, template: say, arguments: {parameters: [{name: size, value: 1}]}}
                  - - {name: two, templateRef: {name: graph, template: work, clusterScope: true}}
                - name: say
                  inputs: {parameters: [{name: size}]}
                  script:
                    image: python:3.13
                    command: [python]
                    source: |
                      print({{inputs.parameters.size}})
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: run-}
            spec: {workflowTemplateRef: {name: graph, clusterScope: true}}
            """;

    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: few.example.org}
            spec:
              matchConstraints:
                resourceRules:
                - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
              variables: [{name: count, expression: "object.spec.?replicas.orValue(1)"}]
              validations: [{expression: "variables.count < 5", messageExpression: "'found ' + string(variables.count)"}]
            """;

    private static final String JOB = """
            {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "once"},
             "spec": {"backoffLimit": 2, "template": {"spec": {"restartPolicy": "Never",
               "containers": [{"name": "main", "image": "a/b@sha256:00", "ports": [{"containerPort": 80}]}]}}}}
            """;
}
