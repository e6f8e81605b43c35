package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.regex.Pattern;

/** Ingresses, network policies, addresses. */
final class Networks {
    private static final Pattern V4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private Networks() {}

    static boolean isAddress(String text) {
        return V4.matcher(text).matches()
                || (text.contains(":") && V6.matcher(text).matches());
    }

    private static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0
                || !isAddress(text.substring(0, slash))
                || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return false;
        }
        return Integer.parseInt(text.substring(slash + 1)) <= (text.contains(":") ? 128 : 32);
    }

    static void ingress(Node spec, Problems problems) {
        if (!spec.hasContent("rules") && !spec.has("defaultBackend")) {
            problems.add(KubernetesRules.NETWORK, spec, "the Ingress has neither rules nor defaultBackend");
        }
        if (spec.has("defaultBackend")) {
            backend(spec.get("defaultBackend"), problems);
        }
        for (Node rule : spec.items("rules")) {
            host(rule, problems);
            if (!rule.has("http")) {
                continue;
            }
            if (problems.required(rule.get("http"), "paths")) {
                rule.get("http").items("paths").forEach(path -> path(path, problems));
            }
        }
    }

    private static void host(Node rule, Problems problems) {
        String host = rule.text("host");
        if (host.isEmpty()) {
            return;
        }
        if (isAddress(host)) {
            problems.add(KubernetesRules.NETWORK, rule.get("host"), "\"" + host + "\" is an address; a host is a name");
        } else {
            String name = host.startsWith("*.") ? host.substring(2) : host;
            problems.addAll(KubernetesRules.NETWORK, rule.get("host"), Names.dns1123Subdomain(name));
        }
    }

    private static void path(Node path, Problems problems) {
        if (problems.required(path, "pathType")) {
            problems.choice(path, "pathType", List.of("Exact", "Prefix", "ImplementationSpecific"));
        }
        boolean free = path.text("pathType").equals("ImplementationSpecific");
        String text = path.text("path");
        if (!free && !text.startsWith("/")) {
            problems.add(KubernetesRules.NETWORK, path.get("path"), "\"" + text + "\" must begin with '/'");
        }
        backend(path.get("backend"), problems);
    }

    private static void backend(Node backend, Problems problems) {
        if (problems.oneOf(KubernetesRules.NETWORK, backend, List.of("service", "resource"), "the backend") != 1
                || !backend.has("service")) {
            return;
        }
        Node service = backend.get("service");
        if (problems.required(service, "name")) {
            problems.addAll(KubernetesRules.NETWORK, service.get("name"), Names.dns1035Label(service.text("name")));
        }
        Node port = service.get("port");
        problems.oneOf(KubernetesRules.NETWORK, port, List.of("name", "number"), "the port");
        problems.range(port, "number", 1, 65_535);
    }

    static void policy(Node spec, Problems problems) {
        Selectors.check(spec.get("podSelector"), problems);
        for (Node type : spec.items("policyTypes")) {
            String name = type.json().asText();
            if (!name.equals("Ingress") && !name.equals("Egress")) {
                problems.add(KubernetesRules.CHOICE, type, "\"" + name + "\" is not one of Ingress, Egress");
            }
        }
        for (Node rule : spec.items("ingress")) {
            ports(rule, problems);
            rule.items("from").forEach(peer -> peer(peer, problems));
        }
        for (Node rule : spec.items("egress")) {
            ports(rule, problems);
            rule.items("to").forEach(peer -> peer(peer, problems));
        }
    }

    private static void ports(Node rule, Problems problems) {
        for (Node port : rule.items("ports")) {
            problems.choice(port, "protocol", List.of("TCP", "UDP", "SCTP"));
            if (port.has("port")) {
                problems.port(port, "port");
            }
            if (port.has("endPort")) {
                JsonNode first = port.json().path("port");
                if (!first.isNumber()
                        || first.asInt() > port.json().path("endPort").asInt()) {
                    problems.add(
                            KubernetesRules.NETWORK,
                            port.get("endPort"),
                            "endPort needs a port number that is not more than it");
                }
                problems.range(port, "endPort", 1, 65_535);
            }
        }
    }

    private static void peer(Node peer, Problems problems) {
        boolean selects = peer.has("podSelector") || peer.has("namespaceSelector");
        if (!selects && !peer.has("ipBlock")) {
            problems.add(KubernetesRules.NETWORK, peer, "the peer has none of podSelector, namespaceSelector, ipBlock");
        }
        if (selects && peer.has("ipBlock")) {
            problems.add(KubernetesRules.NETWORK, peer.get("ipBlock"), "a peer has selectors or ipBlock, not both");
        }
        Selectors.check(peer.get("podSelector"), problems);
        Selectors.check(peer.get("namespaceSelector"), problems);
        if (peer.has("ipBlock")) {
            Node block = peer.get("ipBlock");
            if (problems.required(block, "cidr") && !isNetwork(block.text("cidr"))) {
                problems.add(
                        KubernetesRules.NETWORK,
                        block.get("cidr"),
                        "\"" + block.text("cidr") + "\" is no network such as 10.0.0.0/8");
            }
            for (Node except : block.items("except")) {
                if (!isNetwork(except.json().asText())) {
                    problems.add(
                            KubernetesRules.NETWORK,
                            except,
                            "\"" + except.json().asText() + "\" is no network such as 10.0.0.0/8");
                }
            }
        }
    }
}
