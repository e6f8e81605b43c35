package io.tiphys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.policies.server.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests of all science areas, in a real API server with Argo's full CRDs. */
class AreasOnServerTest {
    private static final Path AREAS = Path.of("../templates-src");
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final List<String> KINDS =
            List.of("clusterworkflowtemplates", "workflowtemplates", "workflows", "cronworkflows");
    private static final int TRIES = 300;

    @Test
    void everyManifestIsAcceptedInAStrictDryRun() throws Exception {
        Optional<Path> assets = ApiServer.assets();
        assumeTrue(
                assets.isPresent(),
                "not run in a real API server: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver");
        Optional<Corpus> corpus = Corpus.find();
        assumeTrue(corpus.isPresent(), "the folder with the recorded answers is not at " + Corpus.folder());
        TreeMap<String, String> refused = new TreeMap<>();
        TreeSet<String> areas = new TreeSet<>();
        try (ApiServer server = ApiServer.start(assets.get())) {
            for (String kind : KINDS) {
                define(server, kind, corpus.get().text("lint/api/crds-full-4.1/argoproj.io_" + kind + ".yaml"));
            }
            for (Path file : manifests()) {
                areas.add(AREAS.relativize(file).getName(0).toString());
                String text = Files.readString(file);
                JsonNode object = new YamlReader().read(text).documents().get(0).json();
                ApiServer.Answer answer =
                        server.request("POST", path(object) + "?dryRun=All&fieldValidation=Strict", text);
                if (!answer.isOk()) {
                    refused.put(
                            AREAS.relativize(file).toString(),
                            answer.body().path("message").asText());
                }
            }
        }
        assertThat(areas).contains("diamond-ptychography", "easi-gridded");
        assertThat(refused).isEmpty();
    }

    private static void define(ApiServer server, String kind, String definition) throws Exception {
        ApiServer.Answer answer = server.request("POST", DEFINITIONS, definition);
        assertThat(answer.isOk()).as(kind + " " + answer.body()).isTrue();
        for (int i = 0; i < TRIES; i++) {
            if (server.request("GET", "/apis/argoproj.io/v1alpha1/" + kind, "").isOk()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(kind + " is not served");
    }

    /** What {@code generate} has written for each area. */
    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.find(
                AREAS,
                5,
                (file, attributes) -> attributes.isRegularFile()
                        && file.toString().endsWith(".yaml")
                        && file.toString().replace('\\', '/').contains("/target/manifests/"))) {
            return files.sorted().toList();
        }
    }

    private static String path(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        boolean ofCluster = kind.startsWith("Cluster");
        String namespace = object.path("metadata").path("namespace").asText("default");
        return (version.contains("/") ? "/apis/" : "/api/")
                + version
                + (ofCluster ? "" : "/namespaces/" + namespace)
                + "/"
                + kind.toLowerCase(Locale.ROOT)
                + "s";
    }
}
