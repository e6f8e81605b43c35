package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One of a policy's resource rules. */
record ResourceRule(
        List<String> groups,
        List<String> versions,
        List<String> operations,
        List<String> resources,
        List<String> names,
        String scope) {

    static ResourceRule of(JsonNode node) {
        return new ResourceRule(
                Json.texts(node.path("apiGroups")),
                Json.texts(node.path("apiVersions")),
                Json.texts(node.path("operations")),
                Json.texts(node.path("resources")),
                Json.texts(node.path("resourceNames")),
                node.path("scope").asText("*"));
    }

    boolean matches(PolicySubject subject) {
        return mayMatch(subject.resource())
                && has(operations, subject.operation())
                && (names.isEmpty() || names.contains(subject.name()));
    }

    /** Whether it is about objects of this kind. */
    boolean mayMatch(ApiResource resource) {
        return has(groups, resource.group())
                && has(versions, resource.version())
                && resources.stream().anyMatch(name -> isResource(name, resource.resource()))
                && inScope(resource);
    }

    private static boolean has(List<String> values, String value) {
        return values.contains("*") || values.contains(value);
    }

    /** {@code pods/*} is pods and all that is below them. */
    private static boolean isResource(String name, String resource) {
        return name.equals("*") || name.equals("*/*") || name.equals(resource) || name.equals(resource + "/*");
    }

    private boolean inScope(ApiResource resource) {
        return switch (scope) {
            case "Namespaced" -> resource.namespaced() && !resource.kind().equals("Namespace");
            case "Cluster" -> !resource.namespaced();
            default -> true;
        };
    }
}
