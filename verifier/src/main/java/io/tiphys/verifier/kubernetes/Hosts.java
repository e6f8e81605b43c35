package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.regex.Pattern;

/** The names of a pod in the network, how it finds those of others, and what it shares with its node. */
final class Hosts {
    private static final int MOST_SERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int LONGEST_SEARCHES = 2048;
    private static final int LONGEST_OVERRIDE = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern SEARCH =
            Pattern.compile("[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*");

    private Hosts() {}

    static void check(Node spec, Problems problems) {
        for (String field : List.of("hostname", "subdomain")) {
            problems.name(KubernetesRules.NAME, spec, field, Names::dns1123Label);
        }
        override(spec, problems);
        for (Node alias : spec.items("hostAliases")) {
            if (!Addresses.isAddress(alias.text("ip"))) {
                problems.add(KubernetesRules.NETWORK, alias.get("ip"), "\"" + alias.text("ip") + "\" is no IP address");
            }
            alias.items("hostnames")
                    .forEach(host -> problems.addAll(
                            KubernetesRules.NAME,
                            host,
                            Names.dns1123Subdomain(host.json().asText())));
        }
        if (spec.text("dnsPolicy").equals("None") && !spec.get("dnsConfig").hasContent("nameservers")) {
            problems.add(KubernetesRules.POD, spec.get("dnsPolicy"), "dnsPolicy None needs dnsConfig.nameservers");
        }
        resolver(spec.get("dnsConfig"), problems);
        if (!spec.json().path("hostUsers").asBoolean(true)) {
            for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
                if (spec.json().path(field).asBoolean()) {
                    problems.add(
                            KubernetesRules.POD,
                            spec.get(field),
                            "hostUsers: false and " + field + " exclude one another");
                }
            }
            for (String list : List.of("containers", "initContainers")) {
                for (Node container : spec.items(list)) {
                    if (container.hasContent("volumeDevices")) {
                        problems.add(
                                KubernetesRules.POD,
                                container.get("volumeDevices"),
                                "hostUsers: false and volumeDevices exclude one another");
                    }
                }
            }
        }
    }

    private static void override(Node spec, Problems problems) {
        if (!spec.has("hostnameOverride")) {
            return;
        }
        Node name = spec.get("hostnameOverride");
        for (String field : List.of("setHostnameAsFQDN", "hostNetwork")) {
            if (spec.json().path(field).asBoolean()) {
                problems.add(KubernetesRules.POD, name, "hostnameOverride and " + field + " exclude one another");
            }
        }
        if (name.json().asText().length() > LONGEST_OVERRIDE) {
            problems.add(
                    KubernetesRules.NAME, name, "hostnameOverride has at most " + LONGEST_OVERRIDE + " characters");
        }
        problems.addAll(
                KubernetesRules.NAME, name, Names.dns1123Subdomain(name.json().asText()));
    }

    private static void resolver(Node config, Problems problems) {
        List<Node> servers = config.items("nameservers");
        if (servers.size() > MOST_SERVERS) {
            problems.add(
                    KubernetesRules.POD,
                    config.get("nameservers"),
                    "there are " + servers.size() + " nameservers; at most " + MOST_SERVERS + " are allowed");
        }
        for (Node server : servers) {
            if (!Addresses.isAddress(server.json().asText())) {
                problems.add(
                        KubernetesRules.NETWORK, server, "\"" + server.json().asText() + "\" is no IP address");
            }
        }
        List<Node> searches = config.items("searches");
        int length = Math.max(0, searches.size() - 1);
        for (Node search : searches) {
            String domain = search.json().asText();
            length += domain.length();
            String plain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
            if (!domain.equals(".")
                    && (plain.length() > LONGEST_DOMAIN
                            || !SEARCH.matcher(plain).matches())) {
                problems.add(KubernetesRules.POD, search, "\"" + domain + "\" is no domain");
            }
        }
        if (searches.size() > MOST_SEARCHES || length > LONGEST_SEARCHES) {
            problems.add(
                    KubernetesRules.POD,
                    config.get("searches"),
                    "at most " + MOST_SEARCHES + " domains of together " + LONGEST_SEARCHES
                            + " characters are allowed");
        }
        config.items("options").forEach(option -> problems.required(option, "name"));
    }
}
