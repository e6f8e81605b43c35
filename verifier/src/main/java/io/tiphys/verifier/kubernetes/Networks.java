package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Network policies. */
final class Networks {
    private Networks() {}

    static void policy(Node spec, Problems problems) {
        Selectors.check(spec.get("podSelector"), problems);
        if (spec.items("policyTypes").size() > 2) {
            problems.add(KubernetesRules.NETWORK, spec.get("policyTypes"), "there are more than two policyTypes");
        }
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
            problems.exactly(port, "protocol", List.of("TCP", "UDP", "SCTP"));
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
            if (problems.required(block, "cidr") && !Addresses.isNetwork(block.text("cidr"))) {
                problems.add(
                        KubernetesRules.NETWORK,
                        block.get("cidr"),
                        "\"" + block.text("cidr") + "\" is no network such as 10.0.0.0/8");
            }
            for (Node except : block.items("except")) {
                String text = except.json().asText();
                if (!Addresses.isNetwork(text)) {
                    problems.add(KubernetesRules.NETWORK, except, "\"" + text + "\" is no network such as 10.0.0.0/8");
                } else if (!Addresses.isPart(block.text("cidr"), text)) {
                    problems.add(
                            KubernetesRules.NETWORK,
                            except,
                            "\"" + text + "\" is no smaller part of " + block.text("cidr"));
                }
            }
        }
    }
}
