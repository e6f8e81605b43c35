package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Services. */
final class Services {
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final int LONGEST_AFFINITY = 86_400;

    private Services() {}

    static void check(Node root, Node spec, Problems problems) {
        problems.choice(spec, "type", List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"));
        String type = spec.hasContent("type") ? spec.text("type") : "ClusterIP";
        Metadata.labels(spec.get("selector"), problems);
        affinity(spec, problems);
        traffic(type, spec, problems);
        balancer(type, root.get("metadata").get("annotations"), spec, problems);
        if (type.equals("ExternalName")) {
            external(spec, problems);
        } else {
            ClusterAddresses.check(type, spec, problems);
        }
        for (Node address : spec.items("externalIPs")) {
            String text = address.json().asText();
            String special = Addresses.isAddress(text) ? Addresses.special(text) : "is no IP address";
            if (!special.isEmpty()) {
                problems.add(KubernetesRules.NETWORK, address, "\"" + text + "\" " + special);
            }
        }
        if (spec.has("trafficDistribution")) {
            problems.exactly(spec, "trafficDistribution", List.of("PreferClose", "PreferSameZone", "PreferSameNode"));
        }
        ports(type, spec, problems);
        Node annotations = root.get("metadata").get("annotations");
        if (annotations.has(HINTS)
                && annotations.has(MODE)
                && !annotations.text(HINTS).equals(annotations.text(MODE))) {
            problems.add(KubernetesRules.NETWORK, annotations.get(MODE), "the annotation differs from " + HINTS);
        }
    }

    private static void external(Node spec, Problems problems) {
        if (problems.required(spec, "externalName")) {
            problems.addAll(
                    KubernetesRules.NETWORK,
                    spec.get("externalName"),
                    Names.dns1123Subdomain(spec.text("externalName").replaceFirst("\\.$", "")));
        }
        for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies")) {
            if (spec.hasContent(field)) {
                problems.add(KubernetesRules.NETWORK, spec.get(field), "an ExternalName has no " + field);
            }
        }
        problems.forbidden(KubernetesRules.NETWORK, spec, "ipFamilyPolicy", "an ExternalName has no ipFamilyPolicy");
    }

    private static void affinity(Node spec, Problems problems) {
        problems.choice(spec, "sessionAffinity", List.of("ClientIP", "None"));
        Node seconds = spec.get("sessionAffinityConfig").get("clientIP");
        if (spec.text("sessionAffinity").equals("ClientIP")) {
            problems.range(seconds, "timeoutSeconds", 1, LONGEST_AFFINITY);
        }
    }

    private static void traffic(String type, Node spec, Problems problems) {
        boolean open = type.equals("NodePort") || type.equals("LoadBalancer");
        boolean reachable = open || (type.equals("ClusterIP") && spec.hasContent("externalIPs"));
        if (reachable) {
            problems.choice(spec, "externalTrafficPolicy", List.of("Cluster", "Local"));
        } else if (spec.hasContent("externalTrafficPolicy")) {
            problems.add(
                    KubernetesRules.NETWORK,
                    spec.get("externalTrafficPolicy"),
                    "externalTrafficPolicy is for services that can be reached from outside");
        }
        problems.exactly(spec, "internalTrafficPolicy", List.of("Cluster", "Local"));
        boolean local = type.equals("LoadBalancer")
                && spec.text("externalTrafficPolicy").equals("Local");
        if (local) {
            problems.range(spec, "healthCheckNodePort", 0, 65_535);
        } else if (spec.json().path("healthCheckNodePort").asLong() != 0) {
            problems.add(
                    KubernetesRules.NETWORK,
                    spec.get("healthCheckNodePort"),
                    "healthCheckNodePort needs the type LoadBalancer and externalTrafficPolicy: Local");
        }
    }

    private static void balancer(String type, Node annotations, Node spec, Problems problems) {
        if (spec.has("loadBalancerClass")) {
            problems.addAll(
                    KubernetesRules.NETWORK,
                    spec.get("loadBalancerClass"),
                    Names.qualifiedName(spec.text("loadBalancerClass")));
        }
        for (Node range : spec.items("loadBalancerSourceRanges")) {
            range(range, range.json().asText(), problems);
        }
        Node annotation = annotations.get(RANGES);
        boolean annotated = annotations.has(RANGES) && !spec.hasContent("loadBalancerSourceRanges");
        if (annotated && !annotation.json().asText().isBlank()) {
            for (String range : annotation.json().asText().split(",", -1)) {
                range(annotation, range, problems);
            }
        }
        if (type.equals("LoadBalancer")) {
            return;
        }
        if (annotated) {
            problems.add(KubernetesRules.NETWORK, annotation, "source ranges are for the type LoadBalancer only");
        }
        for (String field : List.of("allocateLoadBalancerNodePorts", "loadBalancerClass", "loadBalancerSourceRanges")) {
            if (spec.has(field)
                    && !(spec.json().path(field).isArray()
                            && spec.json().path(field).isEmpty())) {
                problems.add(KubernetesRules.NETWORK, spec.get(field), field + " is for the type LoadBalancer only");
            }
        }
    }

    private static void range(Node at, String range, Problems problems) {
        if (!Addresses.isNetwork(range.strip())) {
            problems.add(KubernetesRules.NETWORK, at, "\"" + range + "\" is no network such as 10.0.0.0/8");
        }
    }

    private static void ports(String type, Node spec, Problems problems) {
        List<Node> ports = spec.items("ports");
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        Set<String> ofNodes = new HashSet<>();
        for (Node port : ports) {
            if ((ports.size() > 1 || port.hasContent("name")) && problems.required(port, "name")) {
                problems.addAll(KubernetesRules.PORT, port.get("name"), Names.dns1123Label(port.text("name")));
                if (!names.add(port.text("name"))) {
                    problems.add(
                            KubernetesRules.PORT,
                            port.get("name"),
                            "another port is named \"" + port.text("name") + "\" too");
                }
            }
            if (!port.has("port")) {
                problems.required(port, "port");
            }
            problems.range(port, "port", 1, 65_535);
            JsonNode target = port.json().path("targetPort");
            boolean defaulted = target.isMissingNode()
                    || (target.isTextual() ? target.asText().isEmpty() : target.isNumber() && target.asLong() == 0);
            if (!defaulted) {
                problems.port(port, "targetPort");
            }
            problems.choice(port, "protocol", List.of("TCP", "UDP", "SCTP"));
            if (port.has("appProtocol")) {
                problems.addAll(
                        KubernetesRules.PORT, port.get("appProtocol"), Names.qualifiedName(port.text("appProtocol")));
            }
            String protocol = port.hasContent("protocol") ? port.text("protocol") : "TCP";
            if (!numbers.add(protocol + port.text("port"))) {
                problems.add(KubernetesRules.PORT, port.get("port"), "the port " + port.text("port") + " stands twice");
            }
            nodePort(type, protocol, port, ofNodes, problems);
        }
    }

    private static void nodePort(String type, String protocol, Node port, Set<String> seen, Problems problems) {
        long number = port.json().path("nodePort").asLong();
        if (number == 0) {
            return;
        }
        if (type.equals("ClusterIP")) {
            problems.add(
                    KubernetesRules.PORT, port.get("nodePort"), "nodePort needs the type NodePort or LoadBalancer");
        }
        if (!seen.add(protocol + number)) {
            problems.add(KubernetesRules.PORT, port.get("nodePort"), "the nodePort " + number + " stands twice");
        }
    }
}
