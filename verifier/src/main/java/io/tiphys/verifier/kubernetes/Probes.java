package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Probes and lifecycle hooks of containers that keep running. */
final class Probes {
    private static final List<String> CHECKS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");

    private Probes() {}

    static void check(Node container, Problems problems) {
        for (String name : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.has(name)) {
                probe(name, container.get(name), problems);
            }
        }
        for (String name : List.of("postStart", "preStop")) {
            Node hook = container.get("lifecycle").get(name);
            if (container.get("lifecycle").has(name)) {
                problems.oneOf(KubernetesRules.PROBE, hook, HOOKS, name);
                handler(hook, problems);
            }
        }
    }

    private static void probe(String name, Node probe, Problems problems) {
        problems.oneOf(KubernetesRules.PROBE, probe, CHECKS, name);
        handler(probe, problems);
        problems.notNegative(
                probe,
                "initialDelaySeconds",
                "timeoutSeconds",
                "periodSeconds",
                "successThreshold",
                "failureThreshold");
        if (name.equals("readinessProbe")) {
            if (probe.has("terminationGracePeriodSeconds")) {
                problems.add(
                        KubernetesRules.PROBE,
                        probe.get("terminationGracePeriodSeconds"),
                        "a readiness probe ends no container, so it has no terminationGracePeriodSeconds");
            }
        } else {
            problems.range(probe, "terminationGracePeriodSeconds", 1, Long.MAX_VALUE);
            if (probe.json().path("successThreshold").asInt(1) > 1) {
                problems.add(
                        KubernetesRules.PROBE,
                        probe.get("successThreshold"),
                        "the successThreshold of a " + name + " must be 1");
            }
        }
    }

    private static void handler(Node handler, Problems problems) {
        if (handler.has("exec")) {
            problems.required(handler.get("exec"), "command");
        }
        if (handler.has("httpGet")) {
            Node http = handler.get("httpGet");
            problems.port(http, "port");
            problems.choice(http, "scheme", List.of("HTTP", "HTTPS"));
            http.items("httpHeaders").forEach(header -> problems.required(header, "name"));
        }
        if (handler.has("tcpSocket")) {
            problems.port(handler.get("tcpSocket"), "port");
        }
        if (handler.has("grpc")) {
            problems.port(handler.get("grpc"), "port");
        }
        if (handler.has("sleep")) {
            problems.notNegative(handler.get("sleep"), "seconds");
        }
    }
}
