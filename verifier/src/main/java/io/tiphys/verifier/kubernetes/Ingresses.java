package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;

/** Ingresses. */
final class Ingresses {
    private static final String CLASS = "kubernetes.io/ingress.class";
    private static final List<String> NOT_IN_PATHS = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> NOT_AT_END = List.of("/..", "/.");

    private Ingresses() {}

    static void check(Node root, Node spec, Problems problems) {
        if (!spec.hasContent("rules") && !spec.has("defaultBackend")) {
            problems.add(KubernetesRules.NETWORK, spec, "the Ingress has neither rules nor defaultBackend");
        }
        if (spec.has("defaultBackend")) {
            backend(spec.get("defaultBackend"), problems);
        }
        for (Node rule : spec.items("rules")) {
            host(rule, problems);
            if (rule.has("http") && problems.required(rule.get("http"), "paths")) {
                rule.get("http").items("paths").forEach(path -> path(path, problems));
            }
        }
        for (Node tls : spec.items("tls")) {
            for (Node host : tls.items("hosts")) {
                problems.addAll(
                        KubernetesRules.NETWORK, host, hostName(host.json().asText()));
            }
            problems.name(KubernetesRules.NETWORK, tls, "secretName", Names::dns1123Subdomain);
        }
        if (!spec.has("ingressClassName")) {
            return;
        }
        String name = spec.text("ingressClassName");
        problems.addAll(KubernetesRules.NETWORK, spec.get("ingressClassName"), Names.dns1123Subdomain(name));
        Node annotations = root.get("metadata").get("annotations");
        if (annotations.has(CLASS) && !annotations.text(CLASS).equals(name)) {
            problems.add(
                    KubernetesRules.NETWORK,
                    annotations.get(CLASS),
                    "the annotation differs from ingressClassName, \"" + name + "\"");
        }
    }

    private static List<Names.Mistake> hostName(String host) {
        return Names.dns1123Subdomain(host.startsWith("*.") ? host.substring(2) : host);
    }

    private static void host(Node rule, Problems problems) {
        String host = rule.text("host");
        if (host.isEmpty()) {
            return;
        }
        if (Addresses.isAddress(host)) {
            problems.add(KubernetesRules.NETWORK, rule.get("host"), "\"" + host + "\" is an address; a host is a name");
        } else {
            problems.addAll(KubernetesRules.NETWORK, rule.get("host"), hostName(host));
        }
    }

    private static void path(Node path, Problems problems) {
        if (problems.required(path, "pathType")) {
            problems.choice(path, "pathType", List.of("Exact", "Prefix", "ImplementationSpecific"));
        }
        boolean free = path.text("pathType").equals("ImplementationSpecific");
        String text = path.text("path");
        if (!text.startsWith("/") && !(free && text.isEmpty())) {
            problems.add(KubernetesRules.NETWORK, path.get("path"), "\"" + text + "\" must begin with '/'");
        }
        if (!free
                && (NOT_IN_PATHS.stream().anyMatch(text::contains)
                        || NOT_AT_END.stream().anyMatch(text::endsWith))) {
            problems.add(
                    KubernetesRules.NETWORK,
                    path.get("path"),
                    "\"" + text + "\" has an empty part, '.', '..' or an escaped '/'");
        }
        backend(path.get("backend"), problems);
    }

    private static void backend(Node backend, Problems problems) {
        if (problems.oneOf(KubernetesRules.NETWORK, backend, List.of("service", "resource"), "the backend") != 1) {
            return;
        }
        if (backend.has("resource")) {
            resource(backend.get("resource"), problems);
            return;
        }
        Node service = backend.get("service");
        if (problems.required(service, "name")) {
            problems.addAll(KubernetesRules.NETWORK, service.get("name"), Names.dns1035Label(service.text("name")));
        }
        Node port = service.get("port");
        boolean numbered = port.json().path("number").asLong() != 0;
        if (numbered == port.hasContent("name")) {
            problems.add(KubernetesRules.NETWORK, port, "the port has either a name or a number");
        }
        problems.range(port, "number", 0, 65_535);
        if (port.hasContent("name") && !Forms.isPortName(port.text("name"))) {
            problems.add(KubernetesRules.PORT, port.get("name"), "\"" + port.text("name") + "\" is no name of a port");
        }
    }

    private static void resource(Node resource, Problems problems) {
        if (resource.has("apiGroup")) {
            problems.addAll(
                    KubernetesRules.NETWORK,
                    resource.get("apiGroup"),
                    Names.dns1123Subdomain(resource.text("apiGroup")));
        }
        for (String field : List.of("kind", "name")) {
            if (problems.required(resource, field) && !Forms.isPathSegment(resource.text(field))) {
                problems.add(
                        KubernetesRules.NETWORK,
                        resource.get(field),
                        "\"" + resource.text(field) + "\" has a '/' or '%'");
            }
        }
    }
}
