package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Services. */
final class Services {
    private Services() {}

    static void check(Node spec, Problems problems) {
        problems.choice(spec, "type", List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"));
        problems.choice(spec, "sessionAffinity", List.of("ClientIP", "None"));
        problems.choice(spec, "externalTrafficPolicy", List.of("Cluster", "Local"));
        problems.choice(spec, "internalTrafficPolicy", List.of("Cluster", "Local"));
        problems.choice(spec, "ipFamilyPolicy", List.of("SingleStack", "PreferDualStack", "RequireDualStack"));
        Metadata.labels(spec.get("selector"), problems);
        boolean external = spec.text("type").equals("ExternalName");
        String address = spec.text("clusterIP");
        if (external) {
            if (problems.required(spec, "externalName")) {
                problems.addAll(
                        KubernetesRules.NETWORK,
                        spec.get("externalName"),
                        Names.dns1123Subdomain(spec.text("externalName").replaceFirst("\\.$", "")));
            }
            if (!address.isEmpty()) {
                problems.add(KubernetesRules.NETWORK, spec.get("clusterIP"), "an ExternalName has no clusterIP");
            }
        } else if (!address.equals("None")) {
            problems.required(spec, "ports");
            if (!address.isEmpty() && !Networks.isAddress(address)) {
                problems.add(
                        KubernetesRules.NETWORK,
                        spec.get("clusterIP"),
                        "\"" + address + "\" is neither an IP address nor None");
            }
        }
        ports(spec, problems);
    }

    private static void ports(Node spec, Problems problems) {
        List<Node> ports = spec.items("ports");
        String type = spec.json().path("type").asText("ClusterIP");
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Node port : ports) {
            if (ports.size() > 1 || port.hasContent("name")) {
                if (problems.required(port, "name")) {
                    problems.addAll(KubernetesRules.PORT, port.get("name"), Names.dns1123Label(port.text("name")));
                    if (!names.add(port.text("name"))) {
                        problems.add(
                                KubernetesRules.PORT,
                                port.get("name"),
                                "another port is named \"" + port.text("name") + "\" too");
                    }
                }
            }
            problems.range(port, "port", 1, 65_535);
            if (port.has("targetPort")) {
                problems.port(port, "targetPort");
            }
            problems.choice(port, "protocol", List.of("TCP", "UDP", "SCTP"));
            if (!numbers.add(port.json().path("protocol").asText("TCP") + port.text("port"))) {
                problems.add(KubernetesRules.PORT, port.get("port"), "the port " + port.text("port") + " stands twice");
            }
            boolean open = type.equals("NodePort") || type.equals("LoadBalancer");
            if (port.json().path("nodePort").asInt() != 0 && !open) {
                problems.add(
                        KubernetesRules.PORT, port.get("nodePort"), "nodePort needs the type NodePort or LoadBalancer");
            }
        }
    }
}
