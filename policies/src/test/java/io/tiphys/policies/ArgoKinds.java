package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.policies.server.ApiServer;
import java.util.Locale;

/** Argo's kinds in a cluster without Argo: definitions that accept any spec, like those of its minimal profile. */
final class ArgoKinds {
    private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final int TRIES = 100;

    private ArgoKinds() {}

    /** Defines the kinds and waits until they are served. */
    static void install(ApiServer server) throws Exception {
        define(server, "ClusterWorkflowTemplate", "Cluster");
        define(server, "WorkflowTemplate", "Namespaced");
        define(server, "CronWorkflow", "Namespaced");
        define(server, "Workflow", "Namespaced");
    }

    private static void define(ApiServer server, String kind, String scope) throws Exception {
        String plural = kind.toLowerCase(Locale.ROOT) + "s";
        ApiServer.Answer answer =
                server.request("POST", PATH, """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "%1$s.argoproj.io"},
                 "spec": {"group": "argoproj.io", "scope": "%3$s",
                  "names": {"kind": "%2$s", "listKind": "%2$sList", "plural": "%1$s", "singular": "%4$s"},
                  "versions": [{"name": "v1alpha1", "served": true, "storage": true,
                   "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
                """.formatted(plural, kind, scope, kind.toLowerCase(Locale.ROOT)));
        assertThat(answer.isOk()).as(kind + " " + answer.body()).isTrue();
        String list = "/apis/argoproj.io/v1alpha1/" + plural;
        boolean served = false;
        for (int i = 0; !served && i < TRIES; i++) {
            served = server.request("GET", list, "").isOk();
            if (!served) {
                Thread.sleep(100);
            }
        }
        assertThat(served).as(list + " is served").isTrue();
    }
}
