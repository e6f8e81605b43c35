package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Documents of tests, and the pods that come from them. */
final class PodTesting {
    private PodTesting() {}

    static List<Manifest> manifests(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        for (YamlDocument document : new YamlReader().read(yaml).documents()) {
            manifests.add(new Manifest("test.yaml", document, true, SourceIndex.EMPTY));
        }
        return manifests;
    }

    static EffectivePods pods(String yaml, ControllerConfig config) {
        List<Manifest> all = manifests(yaml);
        return EffectivePods.of(all.get(0), Lookup.of(all), config);
    }

    static EffectivePods pods(String yaml) {
        return pods(yaml, ControllerConfig.DEFAULT);
    }

    static ControllerConfig config(String yaml) {
        return ControllerConfig.of(json(yaml));
    }

    /** The first pod. */
    static EffectivePod first(String yaml) {
        return pods(yaml).pods().get(0);
    }

    /** The pod of a template. */
    static JsonNode pod(EffectivePods pods, String template) {
        return pods.pods().stream()
                .filter(pod -> pod.call().template().equals(template))
                .findFirst()
                .orElseThrow()
                .pod();
    }

    /** The spec of the first pod. */
    static JsonNode spec(String yaml) {
        return first(yaml).pod().path("spec");
    }

    static JsonNode container(JsonNode spec, String name) {
        return Json.named(spec.path("containers"), name)
                .or(() -> Json.named(spec.path("initContainers"), name))
                .orElseThrow();
    }

    static List<String> mounts(JsonNode container) {
        return Json.items(container.path("volumeMounts")).stream()
                .map(mount -> mount.path("name").asText() + ":"
                        + mount.path("mountPath").asText())
                .toList();
    }

    static List<String> names(JsonNode list) {
        return Json.items(list).stream().map(Json::name).toList();
    }

    static List<String> rules(EffectivePods pods) {
        pods.pods();
        return pods.findings().stream().map(Finding::rule).toList();
    }

    static JsonNode json(String yaml) {
        return new YamlReader().read(yaml).documents().get(0).json();
    }

    /** A workflow with one template, whose fields are given, and further fields of its spec. */
    static String workflow(String spec, String template) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf, namespace: ns}
                spec:
                  entrypoint: main
                %s
                  templates:
                  - name: main
                %s
                """.formatted(spec.indent(2).stripTrailing(), template.indent(4).stripTrailing());
    }

    /** The same with a container and nothing in the spec. */
    static String container(String template) {
        return workflow("", "container: {image: i, command: [c]}\n" + template);
    }
}
