package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.policies.server.ApiServer;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.ApiResource;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyCase;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Applications of {@code argocd/policies} bring into a cluster is what {@code verify} judges by. */
class ArgoCdPoliciesTest {
    private static final Path APPLICATIONS = Path.of("../argocd/policies");
    private static final String GROUP = "/apis/admissionregistration.k8s.io/v1/";
    private static final int TRIES = 300;

    static Set<String> profiles() {
        return new BuiltInPolicies(ArgoCdPoliciesTest.class.getClassLoader()).profiles();
    }

    /** The files that Argo CD takes: {@code include} is a list of them in braces, relative to {@code path}. */
    private static List<String> files(String profile) throws IOException {
        JsonNode source = new YamlReader()
                .read(Files.readString(APPLICATIONS.resolve(profile + ".yaml")))
                .documents()
                .get(0)
                .json()
                .at("/spec/source");
        assertThat(Path.of("..").resolve(source.path("path").asText()))
                .isEqualTo(Path.of("..", "policies").resolve(PolicyFiles.ROOT));
        String include = source.at("/directory/include").asText();
        assertThat(include).startsWith("{").endsWith("}").doesNotContain(" ", "\n");
        return List.of(include.substring(1, include.length() - 1).split(","));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void anApplicationHasTheFilesOfItsProfile(String profile) throws Exception {
        BuiltInPolicies builtIn = new BuiltInPolicies(ArgoCdPoliciesTest.class.getClassLoader());
        Set<String> expected = new TreeSet<>(Set.of("profiles/" + profile + ".yaml"));
        Set<String> rules = builtIn.profile(profile).orElseThrow().rules();
        PolicyFiles.policies().stream()
                .filter(file -> rules.contains(file.substring(file.indexOf('/') + 1, file.length() - ".yaml".length())))
                .forEach(expected::add);
        assertThat(files(profile)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aClusterDeniesWhatVerifyDenies(String profile) throws Exception {
        Optional<Path> assets = ApiServer.assets();
        assumeTrue(
                assets.isPresent(),
                "not run in a real API server: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver");
        List<String> differences = new ArrayList<>();
        try (ApiServer server = ApiServer.start(assets.get())) {
            ArgoKinds.install(server);
            ApiServer.Answer namespace = server.request("POST", "/api/v1/namespaces", """
                    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "tiphys"}}""");
            assertThat(namespace.isOk()).isTrue();
            List<Manifest> documents = new ArrayList<>();
            for (String file : files(profile)) {
                documents.addAll(PolicyFiles.manifests(file));
            }
            apply(server, documents);
            compare(server, PolicySet.of(documents, KubernetesVersion.NEWEST), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void apply(ApiServer server, List<Manifest> documents) throws Exception {
        for (Manifest manifest : documents) {
            String path =
                    switch (manifest.kind()) {
                        case "ConfigMap" -> "/api/v1/namespaces/tiphys/configmaps";
                        case "ValidatingAdmissionPolicy" -> GROUP + "validatingadmissionpolicies";
                        default -> GROUP + "validatingadmissionpolicybindings";
                    };
            ApiServer.Answer answer = server.request(
                    "POST", path + "?fieldValidation=Strict", manifest.json().toString());
            assertThat(answer.isOk()).as(manifest.file() + answer.body()).isTrue();
        }
    }

    /** All objects of all cases, whatever their rules say of them under this profile. */
    private static void compare(ApiServer server, PolicySet ours, List<String> differences) throws Exception {
        for (String file : PolicyFiles.policies()) {
            for (PolicyCase one : PolicyFiles.cases(file)) {
                if (one.subject().undetermined().isEmpty() && !one.refusedBefore()) {
                    compare(server, ours, one)
                            .ifPresent(text -> differences.add(file + ", " + one.name() + ": " + text));
                }
            }
        }
    }

    private static Optional<String> compare(ApiServer server, PolicySet ours, PolicyCase one) throws Exception {
        List<String> denying = ours.evaluate(one.subject()).stream()
                .filter(outcome -> outcome.actions().contains("Deny"))
                .filter(outcome -> outcome.verdict() == PolicyOutcome.Verdict.DENIED
                        || outcome.verdict() == PolicyOutcome.Verdict.ERROR)
                .map(PolicyOutcome::policy)
                .toList();
        JsonNode object = one.subject().object();
        ApiResource resource = one.subject().resource();
        String path = (resource.group().isEmpty() ? "/api/" : "/apis/" + resource.group() + "/") + resource.version()
                + (resource.namespaced() ? "/namespaces/default" : "") + "/" + resource.resource() + "?dryRun=All";
        String said = "";
        for (int i = 0; i < TRIES; i++) {
            ApiServer.Answer answer = server.request("POST", path, object.toString());
            said = answer.body().path("message").asText();
            String message = said;
            if (denying.isEmpty()
                    ? answer.isOk()
                    : denying.stream()
                            .anyMatch(policy -> message.contains("ValidatingAdmissionPolicy '" + policy + "'"))) {
                return Optional.empty();
            }
            Thread.sleep(100); // policies take effect a moment after they are applied
        }
        return Optional.of("ours denied by " + denying + ", the server says " + said);
    }
}
