package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.policies.server.ApiServer;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.ApiResource;
import io.tiphys.verifier.policy.PolicyCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same cases, judged by the API server itself. */
class ApiServerTest {
    private static final String GROUP = "/apis/admissionregistration.k8s.io/v1/";
    private static final String GROUP_LABEL = "test-group";
    private static final int TRIES = 300;

    /** Cases of one policy that share their params; a label keeps them apart from all other policies. */
    private record Group(String file, String name, List<JsonNode> context, List<PolicyCase> cases) {}

    @Test
    void casesHoldInACluster() throws Exception {
        Optional<Path> assets = ApiServer.assets();
        assumeTrue(
                assets.isPresent(),
                "not run in a real API server: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver");
        try (ApiServer server = ApiServer.start(assets.get())) {
            ArgoKinds.install(server);
            List<Group> groups = groups();
            for (String file : PolicyFiles.all()) {
                if (file.endsWith(".yaml") && !file.endsWith(".cases.yaml")) {
                    takesAsItIs(server, file);
                }
            }
            for (Group group : groups) {
                install(server, group);
            }
            List<String> differences = new ArrayList<>();
            groups.stream().filter(ApiServerTest::hasDenied).forEach(group -> judge(server, group, differences));
            groups.stream().filter(group -> !hasDenied(group)).forEach(group -> judge(server, group, differences));
            assertThat(differences).isEmpty();
        }
    }

    private static boolean hasDenied(Group group) {
        return group.cases().stream().anyMatch(one -> one.expected().equals("denied"));
    }

    private static List<Group> groups() {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (String file : PolicyFiles.policies()) {
            for (PolicyCase one : PolicyFiles.cases(file)) {
                if (one.subject().undetermined().isEmpty()) {
                    groups.computeIfAbsent(
                                    file + one.context(),
                                    key -> new Group(file, "group-" + groups.size(), one.context(), new ArrayList<>()))
                            .cases()
                            .add(one);
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private static void takesAsItIs(ApiServer server, String file) throws Exception {
        for (Manifest manifest : PolicyFiles.manifests(file)) {
            if (manifest.kind().equals("ConfigMap")) {
                continue; // its namespace is made by whoever sets up the cluster
            }
            String path = GROUP
                    + (manifest.kind().endsWith("Binding")
                            ? "validatingadmissionpolicybindings"
                            : "validatingadmissionpolicies");
            ApiServer.Answer answer = server.request(
                    "POST",
                    path + "?dryRun=All&fieldValidation=Strict",
                    manifest.json().toString());
            assertThat(answer.isOk()).as(file + answer.body()).isTrue();
        }
    }

    private static void install(ApiServer server, Group group) throws Exception {
        create(server, "/api/v1/namespaces", named("v1", "Namespace", group.name()));
        List<Manifest> manifests = PolicyFiles.manifests(group.file());
        ObjectNode policy = manifests.get(0).json().deepCopy();
        policy.withObject("/metadata").put("name", group.name());
        create(server, GROUP + "validatingadmissionpolicies", policy);
        ObjectNode binding = manifests.get(1).json().deepCopy();
        binding.withObject("/metadata").put("name", group.name());
        binding.withObject("/spec").put("policyName", group.name());
        binding.withObject("/spec").putArray("validationActions").add("Deny");
        binding.withObject("/spec/matchResources/objectSelector/matchLabels").put(GROUP_LABEL, group.name());
        if (binding.path("spec").has("paramRef")) {
            binding.withObject("/spec/paramRef").put("namespace", group.name());
        }
        for (JsonNode object : group.context()) {
            ObjectNode params = object.deepCopy();
            params.withObject("/metadata").put("namespace", group.name());
            create(server, "/api/v1/namespaces/" + group.name() + "/configmaps", params);
        }
        create(server, GROUP + "validatingadmissionpolicybindings", binding);
    }

    private static String path(ApiResource resource, String namespace) {
        String root = resource.group().isEmpty() ? "/api/" : "/apis/" + resource.group() + "/";
        String place = resource.namespaced() ? "/namespaces/" + namespace : "";
        return root + resource.version() + place + "/" + resource.resource();
    }

    private static ObjectNode named(String apiVersion, String kind, String name) {
        ObjectNode object = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name);
        return object;
    }

    private static void create(ApiServer server, String path, JsonNode object) throws Exception {
        ApiServer.Answer answer = server.request("POST", path + "?fieldValidation=Strict", object.toString());
        assertThat(answer.isOk()).as(path + " " + answer.body()).isTrue();
    }

    private static void judge(ApiServer server, Group group, List<String> differences) {
        List<PolicyCase> deniedFirst = new ArrayList<>(group.cases());
        deniedFirst.sort(
                java.util.Comparator.comparing(one -> !one.expected().equals("denied") || one.refusedBefore()));
        for (PolicyCase one : deniedFirst) {
            try {
                judge(server, group, one)
                        .ifPresent(text -> differences.add(group.file() + ", " + one.name() + ": " + text));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A policy takes effect a moment after it is created: what must be denied is tried until it is. */
    private static Optional<String> judge(ApiServer server, Group group, PolicyCase one) throws Exception {
        ObjectNode object = one.subject().object().deepCopy();
        String path = path(one.subject().resource(), group.name()) + "?dryRun=All&fieldValidation=Strict";
        if (one.subject().resource().namespaced()) {
            object.withObject("/metadata").put("namespace", group.name());
        }
        object.withObject("/metadata/labels").put(GROUP_LABEL, group.name());
        boolean denied = one.expected().equals("denied");
        ApiServer.Answer answer = server.request("POST", path, object.toString());
        for (int i = 0; denied && answer.isOk() && i < TRIES; i++) {
            Thread.sleep(100);
            answer = server.request("POST", path, object.toString());
        }
        String message = answer.body().path("message").asText();
        if (denied == answer.isOk()) {
            return Optional.of(
                    "expected " + one.expected() + ", but the server says " + answer.status() + " " + message);
        }
        boolean ours = message.contains("ValidatingAdmissionPolicy '" + group.name() + "'");
        if (denied && ours == one.refusedBefore()) {
            return Optional.of("refused by " + (ours ? "the policy" : "the server itself") + ": " + message);
        }
        return !denied || one.refusedBefore() || message.contains(one.message())
                ? Optional.empty()
                : Optional.of("expected a message with '" + one.message() + "', but the server says " + message);
    }
}
