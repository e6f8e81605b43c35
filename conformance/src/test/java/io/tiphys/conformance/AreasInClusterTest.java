package io.tiphys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.policies.server.ApiServer;
import io.tiphys.policies.server.ApiServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An API server with Argo's full definitions takes what every science area rendered, in a strict dry run. */
class AreasInClusterTest {
    private static final Path AREAS = Path.of(System.getProperty("basedir", ""), "../templates-src");
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final List<String> ARGO =
            List.of("clusterworkflowtemplates", "workflowtemplates", "cronworkflows", "workflows");
    private static final int TRIES = 300;

    private final Set<String> namespaces = new HashSet<>(Set.of("default"));

    @Test
    void everyManifestIsAccepted() throws Exception {
        Optional<Path> assets = ApiServer.assets();
        assumeTrue(
                assets.isPresent(),
                "not run in a real API server: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver");
        Optional<Corpus> corpus = Corpus.find();
        assumeTrue(corpus.isPresent(), "no corpus at " + Corpus.folder() + ", which has Argo's definitions");
        List<Path> files = files();
        assertThat(files).isNotEmpty();
        try (ApiServer server = ApiServer.start(assets.get())) {
            for (String plural : ARGO) {
                define(server, json(corpus.get().text("lint/api/crds-full-4.1/argoproj.io_" + plural + ".yaml")));
            }
            List<String> refused = new ArrayList<>();
            for (Path file : files) {
                Answer answer = dryRun(server, json(Files.readString(file)));
                if (!answer.isOk()) {
                    refused.add(file + ": " + answer.body().path("message").asText());
                }
            }
            assertThat(refused).isEmpty();
        }
    }

    private static List<Path> files() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> areas = Files.list(AREAS)) {
            for (Path area : areas.sorted().toList()) {
                Path manifests = area.resolve("target/manifests");
                if (Files.exists(area.resolve("pom.xml")) && Files.isDirectory(manifests)) {
                    try (Stream<Path> all = Files.walk(manifests)) {
                        all.filter(Files::isRegularFile).sorted().forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    private static JsonNode json(String yaml) {
        return new YamlReader().read(yaml).documents().get(0).json();
    }

    private static void define(ApiServer server, JsonNode definition) throws Exception {
        Answer answer = server.request("POST", DEFINITIONS, definition.toString());
        assertThat(answer.isOk()).as(answer.body().toString()).isTrue();
        String kind = definition.at("/spec/names/kind").asText();
        for (int i = 0;
                i < TRIES && resource(server, "argoproj.io/v1alpha1", kind).isEmpty();
                i++) {
            Thread.sleep(100);
        }
    }

    /** How the server knows a kind. */
    private static Optional<JsonNode> resource(ApiServer server, String apiVersion, String kind) throws Exception {
        for (JsonNode resource :
                server.request("GET", group(apiVersion), "").body().path("resources")) {
            if (resource.path("kind").asText().equals(kind)
                    && !resource.path("name").asText().contains("/")) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    private static String group(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }

    private Answer dryRun(ApiServer server, JsonNode object) throws Exception {
        String apiVersion = object.path("apiVersion").asText();
        JsonNode resource =
                resource(server, apiVersion, object.path("kind").asText()).orElseThrow();
        String path = group(apiVersion);
        if (resource.path("namespaced").asBoolean()) {
            String namespace = object.at("/metadata/namespace").asText("default");
            namespace = namespace.isEmpty() ? "default" : namespace;
            if (namespaces.add(namespace)) {
                server.request(
                        "POST",
                        "/api/v1/namespaces",
                        "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"" + namespace
                                + "\"}}");
            }
            path += "/namespaces/" + namespace;
        }
        return server.request(
                "POST",
                path + "/" + resource.path("name").asText() + "?dryRun=All&fieldValidation=Strict",
                object.toString());
    }
}
