package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses of a service within its cluster. */
final class ClusterAddresses {
    private static final String NONE = "None";

    private ClusterAddresses() {}

    static void check(String type, Node spec, Problems problems) {
        String first = spec.text("clusterIP");
        List<Node> all = spec.items("clusterIPs");
        boolean headless =
                all.isEmpty() ? first.equals(NONE) : all.get(0).json().asText().equals(NONE);
        if (!headless) {
            problems.required(spec, "ports");
        } else if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            problems.add(KubernetesRules.NETWORK, spec.get("clusterIP"), "a " + type + " has a clusterIP, not None");
        }
        if (!all.isEmpty() && !all.get(0).json().asText().equals(first)) {
            problems.add(
                    KubernetesRules.NETWORK,
                    spec.get("clusterIPs"),
                    first.isEmpty()
                            ? "clusterIPs needs clusterIP, which is the first of them"
                            : "the first of clusterIPs must be clusterIP, " + first);
        }
        if (all.isEmpty() && !first.isEmpty() && !first.equals(NONE)) {
            address(spec.get("clusterIP"), problems);
        }
        for (Node address : all) {
            if (address != all.get(0) || !headless) {
                address(address, problems);
            }
        }
        if (headless && all.size() > 1) {
            problems.add(KubernetesRules.NETWORK, spec.get("clusterIPs"), "None must be the only one of clusterIPs");
        } else if (all.size() > 2 || (all.size() == 2 && isV6(all.get(0)) == isV6(all.get(1)))) {
            problems.add(
                    KubernetesRules.NETWORK, spec.get("clusterIPs"), "there is at most one address of each IP family");
        }
        families(headless, spec, all, problems);
    }

    private static boolean isV6(Node address) {
        return Addresses.isV6(address.json().asText());
    }

    private static void address(Node address, Problems problems) {
        if (!Addresses.isAddress(address.json().asText())) {
            problems.add(
                    KubernetesRules.NETWORK,
                    address,
                    "\"" + address.json().asText() + "\" is neither an IP address nor None");
        }
    }

    private static void families(boolean headless, Node spec, List<Node> all, Problems problems) {
        problems.exactly(spec, "ipFamilyPolicy", List.of("SingleStack", "PreferDualStack", "RequireDualStack"));
        Set<String> seen = new HashSet<>();
        List<Node> families = spec.items("ipFamilies");
        List<Node> addresses = all.isEmpty() && spec.hasContent("clusterIP") ? List.of(spec.get("clusterIP")) : all;
        for (int i = 0; i < families.size(); i++) {
            String family = families.get(i).json().asText();
            if (!family.equals("IPv4") && !family.equals("IPv6")) {
                problems.add(KubernetesRules.CHOICE, families.get(i), "\"" + family + "\" is not one of IPv4, IPv6");
            }
            if (!seen.add(family)) {
                problems.add(KubernetesRules.NETWORK, families.get(i), "the family " + family + " stands twice");
            }
            if (!headless && i < addresses.size() && family.equals("IPv6") != isV6(addresses.get(i))) {
                problems.add(KubernetesRules.NETWORK, addresses.get(i), "the address is not of the family " + family);
            }
        }
    }
}
