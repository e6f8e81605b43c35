package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates without a container: suspend, http, data, plugin, resource, the typed model. */
class OtherTemplatesTest {
    private final Input url = input("url");

    @Test
    void suspends() {
        same(suspend("wait"), "", "{name: wait, suspend: {}}");
        same(suspend("wait").forDuration(20), "/suspend", "{duration: '20'}");
        same(
                suspend("approve")
                        .forDuration("1h")
                        .outputs(output("choice").supplied().oneOf("yes", "no")),
                "",
                """
                name: approve
                suspend: {duration: 1h}
                outputs: {parameters: [{name: choice, valueFrom: {supplied: {}}, enum: ["yes", "no"]}]}
                """);
    }

    @Test
    void requests() {
        same(
                http("call", url)
                        .method("POST")
                        .header("Accept", "application/json")
                        .header("Token", secret("login", "token"))
                        .body("{\"url\": \"" + url + "\"}")
                        .timeoutSeconds(10)
                        .successCondition(response("statusCode")
                                .is(200)
                                .and(response("body").isNot("")))
                        .http(h -> h.insecureSkipVerify(true)),
                "",
                """
                name: call
                inputs: {parameters: [{name: url}]}
                http:
                  url: "{{inputs.parameters.url}}"
                  method: POST
                  headers:
                  - {name: Accept, value: application/json}
                  - {name: Token, valueFrom: {secretKeyRef: {name: login, key: token}}}
                  body: '{"url": "{{inputs.parameters.url}}"}'
                  timeoutSeconds: 10
                  successCondition: response.statusCode == 200 && response.body != ""
                  insecureSkipVerify: true
                """);
    }

    @Test
    void lists() {
        same(
                data("files", Location.s3("raw/" + url).field("bucket", "data"))
                        .transform("filter(data, {# endsWith '.nxs'})")
                        .transform("map(data, {# + '!'})")
                        .outputs(artifactOutput("list", "/list")),
                "",
                """
                name: files
                inputs: {parameters: [{name: url}]}
                data:
                  source: {artifactPaths: {name: files, s3: {key: "raw/{{inputs.parameters.url}}", bucket: data}}}
                  transformation:
                  - {expression: "filter(data, {# endsWith '.nxs'})"}
                  - {expression: "map(data, {# + '!'})"}
                outputs: {artifacts: [{name: list, path: /list}]}
                """);
    }

    @Test
    void plugins() {
        same(plugin("tell", "slack", Map.of("text", "done " + url, "more", Map.of("to", url, "times", 2))), "", """
                name: tell
                inputs: {parameters: [{name: url}]}
                plugin:
                  slack: {text: "done {{inputs.parameters.url}}", more: {to: "{{inputs.parameters.url}}", times: 2}}
                """);
    }

    @Test
    void resources() {
        same(
                resource("make", "patch")
                        .manifest("kind: ConfigMap\nmetadata: {name: \"" + url + "\"}\n")
                        .successCondition("status.ready = true")
                        .failureCondition("status.failed > 0")
                        .ownedByWorkflow()
                        .mergeStrategy("merge")
                        .flags("--validate=false", url)
                        .outputs(output("phase").fromJsonPath("{.status.phase}")),
                "",
                """
                name: make
                inputs: {parameters: [{name: url}]}
                outputs: {parameters: [{name: phase, valueFrom: {jsonPath: "{.status.phase}"}}]}
                resource:
                  action: patch
                  manifest: |
                    kind: ConfigMap
                    metadata: {name: "{{inputs.parameters.url}}"}
                  successCondition: status.ready = true
                  failureCondition: status.failed > 0
                  setOwnerReference: true
                  mergeStrategy: merge
                  flags: ["--validate=false", "{{inputs.parameters.url}}"]
                """);
    }

    @Test
    void aResourceByFabric8sClass() {
        assertThat(yaml(
                        resource("make", "create")
                                .manifest(new io.fabric8.kubernetes.api.model.ConfigMapBuilder()
                                        .withNewMetadata()
                                        .withGenerateName("made-")
                                        .endMetadata()
                                        .addToData("a", "b")
                                        .build()),
                        "/resource/manifest"))
                .isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          generateName: made-
                        data:
                          a: b
                        """);
    }

    @Test
    void aTemplateOfTheTypedModel() {
        Template model = template(io.tiphys.model.argo.Template.of()
                .name("wait")
                .suspend(io.tiphys.model.argo.SuspendTemplate.of().duration("10s")));
        same(model, "", "{name: wait, suspend: {duration: 10s}}");
        same(steps("main", s -> s.step("a", model.with(url, 1))), "/steps/0/0", """
                {name: a, template: wait, arguments: {parameters: [{name: url, value: "1"}]}}
                """);
    }
}
