package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.regex.Pattern;

/** Probes and lifecycle hooks of containers that keep running. */
final class Probes {
    private static final List<String> CHECKS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");
    private static final Pattern HEADER = Pattern.compile("[-A-Za-z0-9]+");
    private static final long GRACE = 30;

    private Probes() {}

    static void check(Node pod, Node container, Problems problems) {
        long grace = pod.json().path("terminationGracePeriodSeconds").asLong(GRACE);
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
                problems.range(hook.get("sleep"), "seconds", 0, Math.max(grace, 1));
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
            problems.forbidden(
                    KubernetesRules.PROBE,
                    probe,
                    "terminationGracePeriodSeconds",
                    "a readiness probe ends no container, so it has no terminationGracePeriodSeconds");
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
            for (Node header : http.items("httpHeaders")) {
                String name = header.text("name");
                if (problems.required(header, "name") && !HEADER.matcher(name).matches()) {
                    problems.add(
                            KubernetesRules.PROBE,
                            header.get("name"),
                            "\"" + name + "\" is no name of a header: letters, digits and '-'");
                }
            }
        }
        if (handler.has("tcpSocket")) {
            problems.port(handler.get("tcpSocket"), "port");
        }
        if (handler.has("grpc")) {
            JsonNode port = handler.json().at("/grpc/port");
            if (port.isMissingNode()) {
                problems.required(handler.get("grpc"), "port");
            }
            problems.range(handler.get("grpc"), "port", 1, 65_535);
        }
    }
}
