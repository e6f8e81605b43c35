package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.argo.ArtifactoryArtifact;
import io.tiphys.model.argo.AzureArtifact;
import io.tiphys.model.argo.GCSArtifact;
import io.tiphys.model.argo.GitArtifact;
import io.tiphys.model.argo.HDFSArtifact;
import io.tiphys.model.argo.HTTPArtifact;
import io.tiphys.model.argo.OSSArtifact;
import io.tiphys.model.argo.PluginArtifact;
import io.tiphys.model.argo.S3Artifact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Artifacts and parameters: where they come from and where they go. */
class ArtifactsTest {
    private final Input key = input("key");
    private final ContainerTemplate run = container("run").image("busybox:1");

    private String location(Location location) {
        return yaml(run.inputs(artifact("scan", "/scan").from(location)), "/inputs/artifacts/0");
    }

    @Test
    void everyKindOfLocation() {
        Map<String, Location> all = new LinkedHashMap<>();
        all.put("s3:\n  key: k\n  bucket: b\n", Location.s3("k").field("bucket", "b"));
        all.put(
                "s3:\n  key: k\n  endpoint: e\n",
                Location.s3(S3Artifact.of().endpoint("e").key("k")));
        all.put("gcs:\n  key: k\n", Location.gcs("k"));
        all.put(
                "gcs:\n  key: k\n  bucket: b\n",
                Location.gcs(GCSArtifact.of().key("k").bucket("b")));
        all.put("azure:\n  blob: b\n", Location.azure(AzureArtifact.of().blob("b")));
        all.put("oss:\n  key: k\n", Location.oss(OSSArtifact.of().key("k")));
        all.put("hdfs:\n  path: p\n", Location.hdfs(HDFSArtifact.of().path("p")));
        all.put("http:\n  url: u\n", Location.http("u"));
        all.put("http:\n  url: u2\n", Location.http(HTTPArtifact.of().url("u2")));
        all.put("git:\n  repo: r\n", Location.git("r"));
        all.put("git:\n  repo: r\n  revision: main\n", Location.git("r", "main"));
        all.put(
                "git:\n  repo: r\n  depth: 1\n",
                Location.git(GitArtifact.of().repo("r").depth(1L)));
        all.put("raw:\n  data: d\n", Location.raw("d"));
        all.put(
                "artifactory:\n  url: u\n",
                Location.artifactory(ArtifactoryArtifact.of().url("u")));
        all.put("plugin:\n  key: k\n", Location.plugin(PluginArtifact.of().key("k")));
        all.forEach((yaml, location) -> same(
                run.inputs(artifact("scan", "/scan").from(location)),
                "/inputs/artifacts/0",
                "name: scan\npath: /scan\n" + yaml));
    }

    @Test
    void aLocationDeclaresWhatItMentions() {
        Template all = run.inputs(
                artifact("scan", "/scan").from(Location.s3("data/" + key + "/x").field("bucket", key)));
        same(all, "/inputs", """
                parameters: [{name: key}]
                artifacts:
                - name: scan
                  path: /scan
                  s3: {key: "data/{{inputs.parameters.key}}/x", bucket: "{{inputs.parameters.key}}"}
                """);
    }

    @Test
    void wordsOfAnInputArtifact() {
        same(
                run.inputs(artifact("scan").at("/scan").mode(0755).optional().model(a -> a.recurseMode(true))),
                "/inputs/artifacts/0",
                "{name: scan, path: /scan, mode: 493, optional: true, recurseMode: true}");
        assertThat(location(Location.raw("x"))).contains("data: x");
    }

    @Test
    void wordsOfAnOutputArtifact() {
        same(
                run.outputs(
                        artifactOutput("plain").at("/a").unpacked().optional().global("everywhere"),
                        artifactOutput("zip", "/b").zipped().to(Location.s3("out/" + key)),
                        artifactOutput("model", "/c").model(a -> a.deleted(false))),
                "/outputs/artifacts",
                """
                - {name: plain, path: /a, archive: {none: {}}, optional: true, globalName: everywhere}
                - {name: zip, path: /b, archive: {zip: {}}, s3: {key: "out/{{inputs.parameters.key}}"}}
                - {name: model, path: /c, deleted: false}
                """);
    }

    @Test
    void pathsDeclareWhatTheyBelongTo() {
        ArtifactInput scan = artifact("scan", "/scan");
        ArtifactOutput image = artifactOutput("image", "/image");
        OutputParameter size = output("size", "/size");
        Template all =
                run.args(scan.path(), "--out=" + image.path()).outputs(image).addArgs(size.path());
        same(all, "", """
                name: run
                inputs: {artifacts: [{name: scan, path: /scan}]}
                outputs:
                  parameters: [{name: size, valueFrom: {path: /size}}]
                  artifacts: [{name: image, path: /image}]
                container:
                  image: busybox:1
                  args:
                  - "{{inputs.artifacts.scan.path}}"
                  - "--out={{outputs.artifacts.image.path}}"
                  - "{{outputs.parameters.size.path}}"
                """);
    }

    @Test
    void everySourceOfAnOutputParameter() {
        same(
                run.outputs(
                        output("file", "/a").defaultsTo("none").global("everywhere"),
                        output("phase").fromJsonPath("{.status.phase}"),
                        output("names").fromJqFilter(".metadata.name"),
                        output("choice").supplied().oneOf("yes", "no"),
                        output("model", "/b").model(p -> p.description("what"))),
                "/outputs/parameters",
                """
                - {name: file, valueFrom: {path: /a, default: none}, globalName: everywhere}
                - {name: phase, valueFrom: {jsonPath: "{.status.phase}"}}
                - {name: names, valueFrom: {jqFilter: .metadata.name}}
                - {name: choice, valueFrom: {supplied: {}}, enum: ["yes", "no"]}
                - {name: model, valueFrom: {path: /b}, description: what}
                """);
        assertThat(output("file", "/a").global("everywhere").global())
                .hasToString("{{workflow.outputs.parameters.everywhere}}");
        assertThat(output("file", "/a").global()).hasToString("{{workflow.outputs.parameters.file}}");
    }

    @Test
    void wordsOfAnInput() {
        same(
                run.args(
                        input("a", 1).description("what").oneOf(1, 2, "{{x}}"),
                        input("b").fromConfigMap("map", "key").fallback("none"),
                        input("c").type(ParameterType.integer(1, 4).title("How many"))),
                "/inputs/parameters",
                """
                - {name: a, value: "1", description: what, enum: ["1", "2", "{{x}}"]}
                - {name: b, valueFrom: {configMapKeyRef: {name: map, key: key}}, default: none}
                - {name: c}
                """);
    }

    @Test
    void wordsOfAWorkflowParameter() {
        same(
                Render.manifest(run.args(
                        parameter("a", 1).description("what").oneOf(1, 2),
                        parameter("b").fromConfigMap("map", "key"))),
                "/spec/arguments/parameters",
                """
                - {name: a, value: "1", description: what, enum: ["1", "2"]}
                - {name: b, valueFrom: {configMapKeyRef: {name: map, key: key}}}
                """);
    }

    @Test
    void typesBecomeAnnotations() {
        Site site = Site.defaults().annotationPrefix("forms.example.org");
        same(
                site.workflowTemplate("sample")
                        .entrypoint(run.args(
                                input("count", 1)
                                        .type(ParameterType.integer(1, 4).title("How many")),
                                input("name").type(ParameterType.text()))),
                "/metadata/annotations",
                """
                forms.example.org/parameter-schema.count: '{"type":"integer","minimum":1,"maximum":4,"title":"How many","default":1}'
                forms.example.org/parameter-schema.name: '{"type":"string"}'
                """);
    }
}
