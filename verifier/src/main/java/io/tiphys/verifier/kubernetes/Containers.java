package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The containers of a pod. */
final class Containers {
    private final Node pod;
    private final Set<String> volumes;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> hostPorts = new HashSet<>();

    Containers(Node pod, Set<String> volumes, Problems problems) {
        this.pod = pod;
        this.volumes = volumes;
        this.problems = problems;
    }

    void check() {
        for (Node container : pod.items("containers")) {
            container(container);
            Probes.check(container, problems);
        }
        for (Node container : pod.items("initContainers")) {
            container(container);
            init(container);
        }
    }

    private void init(Node container) {
        if (container.text("restartPolicy").equals("Always")) {
            Probes.check(container, problems);
            return;
        }
        for (String field : List.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle")) {
            if (container.has(field)) {
                problems.add(
                        KubernetesRules.PROBE,
                        container.get(field),
                        "an init container has " + field + " only with restartPolicy: Always");
            }
        }
    }

    private void container(Node container) {
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
        ports(container);
        Env.check(container, problems);
        Mounts.check(container, volumes, problems);
        Resources.check(container.get("resources"), problems);
        Security.ofContainer(container.get("securityContext"), problems);
    }

    private void image(Node container) {
        String image = container.text("image");
        if (problems.required(container, "image") && !image.strip().equals(image)) {
            problems.add(
                    KubernetesRules.CONTAINER,
                    container.get("image"),
                    "the image \"" + image + "\" has blanks around it");
        }
    }

    private void ports(Node container) {
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
            problems.range(port, "containerPort", 1, 65_535);
            problems.range(port, "hostPort", 0, 65_535);
            problems.choice(port, "protocol", List.of("TCP", "UDP", "SCTP"));
            hostPort(port);
        }
    }

    private void hostPort(Node port) {
        JsonNode host = port.json().path("hostPort");
        if (host.asInt() == 0) {
            return;
        }
        JsonNode own = port.json().path("containerPort");
        if (pod.json().path("hostNetwork").asBoolean() && host.asInt() != own.asInt()) {
            problems.add(
                    KubernetesRules.PORT,
                    port.get("hostPort"),
                    "with hostNetwork, hostPort must be the containerPort " + own.asText());
        }
        String key = port.json().path("protocol").asText("TCP") + "/" + port.text("hostIP") + "/" + host.asInt();
        if (!hostPorts.add(key)) {
            problems.add(
                    KubernetesRules.PORT,
                    port.get("hostPort"),
                    "the host port " + host.asInt() + " is taken by another port");
        }
    }
}
