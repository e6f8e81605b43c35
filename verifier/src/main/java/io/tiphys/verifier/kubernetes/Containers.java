package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The containers of a pod. */
final class Containers {
    private final Node pod;
    private final boolean template;
    private final Map<String, Node> volumes;
    private final Set<String> claims;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    /**
     * Those of a pod or of a template of pods.
     *
     * @param volumes the pod's volumes by name
     */
    Containers(Node pod, boolean template, Map<String, Node> volumes, Problems problems) {
        this.pod = pod;
        this.template = template;
        this.volumes = volumes;
        this.problems = problems;
        claims = pod.items("resourceClaims").stream()
                .map(claim -> claim.text("name"))
                .collect(Collectors.toSet());
    }

    void check() {
        Set<String> hostPorts = new HashSet<>();
        for (Node container : pod.items("containers")) {
            container(container, false);
            Probes.check(pod, container, problems);
            ports(container, true, hostPorts);
        }
        for (Node container : pod.items("initContainers")) {
            container(container, true);
            init(container);
            ports(container, false, new HashSet<>());
        }
    }

    private void init(Node container) {
        if (container.text("restartPolicy").equals("Always")) {
            Probes.check(pod, container, problems);
            return;
        }
        for (String field : List.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle")) {
            problems.forbidden(
                    KubernetesRules.PROBE,
                    container,
                    field,
                    "an init container has " + field + " only with restartPolicy: Always");
        }
    }

    private void container(Node container, boolean init) {
        String name = container.text("name");
        if (problems.required(container, "name")) {
            problems.addAll(KubernetesRules.CONTAINER, container.get("name"), Names.dns1123Label(name));
            if (!names.add(name)) {
                problems.add(
                        KubernetesRules.CONTAINER,
                        container.get("name"),
                        "another container is named \"" + name + "\" too");
            }
        }
        image(container);
        problems.choice(container, "imagePullPolicy", List.of("Always", "IfNotPresent", "Never"));
        problems.choice(container, "terminationMessagePolicy", List.of("File", "FallbackToLogsOnError"));
        Env.check(container, volumes, problems);
        Mounts.check(container, volumes, problems);
        Resources.check(container.get("resources"), claims, problems);
        Restarts.check(pod, container, init, problems);
        Security.ofContainer(pod, container.get("securityContext"), problems);
    }

    private void image(Node container) {
        String image = container.text("image");
        if (problems.required(container, "image") && !template && !image.strip().equals(image)) {
            problems.add(
                    KubernetesRules.CONTAINER,
                    container.get("image"),
                    "the image \"" + image + "\" has blanks around it");
        }
    }

    private void ports(Node container, boolean shared, Set<String> hostPorts) {
        Set<String> portNames = new HashSet<>();
        for (Node port : container.items("ports")) {
            if (port.hasContent("name")) {
                String name = port.text("name");
                if (!Forms.isPortName(name)) {
                    problems.add(
                            KubernetesRules.PORT,
                            port.get("name"),
                            "\"" + name
                                    + "\" is no name of a port: at most 15 lower-case letters, digits and single hyphens, with a letter");
                } else if (!portNames.add(name)) {
                    problems.add(KubernetesRules.PORT, port.get("name"), "another port is named \"" + name + "\" too");
                }
            }
            if (!port.has("containerPort")) {
                problems.required(port, "containerPort");
            }
            problems.range(port, "containerPort", 1, 65_535);
            problems.range(port, "hostPort", 0, 65_535);
            problems.choice(port, "protocol", List.of("TCP", "UDP", "SCTP"));
            hostPort(port, shared, hostPorts);
        }
    }

    private void hostPort(Node port, boolean shared, Set<String> hostPorts) {
        JsonNode own = port.json().path("containerPort");
        boolean network = pod.json().path("hostNetwork").asBoolean();
        long host = port.json().path("hostPort").asLong();
        if (network && !template && host == 0) {
            host = own.asLong(); // the port of a pod's container is that of the host then
        }
        if (host == 0) {
            return;
        }
        if (shared && network && host != own.asLong()) {
            problems.add(
                    KubernetesRules.PORT,
                    port.get("hostPort"),
                    "with hostNetwork, hostPort must be the containerPort " + own.asText());
        }
        String protocol = port.hasContent("protocol") ? port.text("protocol") : "TCP";
        if (!hostPorts.add(protocol + "/" + port.text("hostIP") + "/" + host)) {
            problems.add(
                    KubernetesRules.PORT, port.get("hostPort"), "the host port " + host + " is taken by another port");
        }
    }
}
