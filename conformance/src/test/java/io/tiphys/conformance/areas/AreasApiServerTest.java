package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.policies.server.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An API server with Argo's full definitions takes every manifest that the areas generated, strictly. */
class AreasApiServerTest {
    private static final Path AREAS = Path.of("../templates-src");
    private static final Path DEFINITIONS = Path.of(System.getProperty("tiphys.start", ""))
            .resolve(System.getProperty("tiphys.corpus", "../shared/corpus"))
            .resolve("lint/api/crds-full-4.1");
    private static final int TRIES = 300;

    @Test
    void everyManifestIsAccepted() throws Exception {
        Optional<Path> assets = ApiServer.assets();
        assumeTrue(
                assets.isPresent(),
                "not run in a real API server: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver");
        assumeTrue(Files.isDirectory(DEFINITIONS), () -> "no folder with Argo's definitions: " + DEFINITIONS);
        List<String> refused = new ArrayList<>();
        List<Path> manifests = manifests();
        assertThat(manifests).isNotEmpty();
        try (ApiServer server = ApiServer.start(assets.get())) {
            for (Path definition : files(DEFINITIONS)) {
                define(server, definition);
            }
            for (Path manifest : manifests) {
                String text = Files.readString(manifest);
                ApiServer.Answer answer =
                        server.request("POST", path(server, text) + "?dryRun=All&fieldValidation=Strict", text);
                if (!answer.isOk()) {
                    refused.add(manifest + ": " + answer.body().path("message").asText());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<Path> manifests() throws IOException {
        List<Path> manifests = new ArrayList<>();
        try (Stream<Path> areas = Files.list(AREAS)) {
            for (Path area : areas.sorted().toList()) {
                manifests.addAll(files(area.resolve("target/manifests")));
            }
        }
        return manifests;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode object(String yaml) {
        return new YamlReader().read(yaml).documents().get(0).json();
    }

    private static void define(ApiServer server, Path file) throws Exception {
        String text = Files.readString(file);
        ApiServer.Answer answer = server.request(
                "POST",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                object(text).toString());
        assertThat(answer.isOk()).as(file + " " + answer.body()).isTrue();
        JsonNode spec = object(text).path("spec");
        String list = "/apis/argoproj.io/v1alpha1/" + spec.at("/names/plural").asText();
        for (int i = 0; i < TRIES && !server.request("GET", list, "").isOk(); i++) {
            Thread.sleep(100);
        }
        assertThat(server.request("GET", list, "").isOk())
                .as(list + " is served")
                .isTrue();
    }

    /** Where objects of this kind are made, as the server itself says; makes the namespace. */
    private static String path(ApiServer server, String text) throws Exception {
        JsonNode object = object(text);
        String version = object.path("apiVersion").asText();
        String api = (version.contains("/") ? "/apis/" : "/api/") + version;
        for (JsonNode resource : server.request("GET", api, "").body().path("resources")) {
            if (resource.path("kind").equals(object.path("kind"))
                    && !resource.path("name").asText().contains("/")) {
                String namespace = object.at("/metadata/namespace").asText("default");
                server.request("POST", "/api/v1/namespaces", """
                        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}
                        """.formatted(namespace));
                return api + (resource.path("namespaced").asBoolean() ? "/namespaces/" + namespace : "") + "/"
                        + resource.path("name").asText();
            }
        }
        throw new AssertionError("the server does not know " + object.path("kind") + " of " + version);
    }
}
