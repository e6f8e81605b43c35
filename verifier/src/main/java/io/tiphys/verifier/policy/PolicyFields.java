package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The fields of policies and bindings: any other is refused by the API server. */
final class PolicyFields {
    private static final Set<String> NAMED = Set.of("name", "expression");
    private static final Set<String> MATCH =
            Set.of("namespaceSelector", "objectSelector", "excludeResourceRules", "resourceRules", "matchPolicy");
    private static final Set<String> RULE =
            Set.of("apiGroups", "apiVersions", "operations", "resources", "resourceNames", "scope");

    /** By path; every item of a list is looked at. */
    private static final Map<List<String>, Set<String>> POLICY = ImmutableMap.of(
            List.of(),
            Set.of("apiVersion", "kind", "metadata", "spec", "status"),
            List.of("spec"),
            Set.of(
                    "paramKind",
                    "matchConstraints",
                    "validations",
                    "failurePolicy",
                    "auditAnnotations",
                    "matchConditions",
                    "variables"),
            List.of("spec", "paramKind"),
            Set.of("apiVersion", "kind"),
            List.of("spec", "validations"),
            Set.of("expression", "message", "messageExpression", "reason"),
            List.of("spec", "auditAnnotations"),
            Set.of("key", "valueExpression"),
            List.of("spec", "matchConditions"),
            NAMED,
            List.of("spec", "variables"),
            NAMED,
            List.of("spec", "matchConstraints"),
            MATCH,
            List.of("spec", "matchConstraints", "resourceRules"),
            RULE,
            List.of("spec", "matchConstraints", "excludeResourceRules"),
            RULE);

    private static final Map<List<String>, Set<String>> BINDING = ImmutableMap.of(
            List.of(),
            Set.of("apiVersion", "kind", "metadata", "spec"),
            List.of("spec"),
            Set.of("policyName", "paramRef", "matchResources", "validationActions"),
            List.of("spec", "paramRef"),
            Set.of("name", "namespace", "selector", "parameterNotFoundAction"),
            List.of("spec", "matchResources"),
            MATCH,
            List.of("spec", "matchResources", "resourceRules"),
            RULE,
            List.of("spec", "matchResources", "excludeResourceRules"),
            RULE);

    private PolicyFields() {}

    /** Reports unknown fields, by pointer and message. */
    static void ofPolicy(JsonNode object, BiConsumer<String, String> problems) {
        POLICY.forEach((path, fields) -> look(object, "", path, fields, problems));
    }

    /** Reports unknown fields, by pointer and message. */
    static void ofBinding(JsonNode object, BiConsumer<String, String> problems) {
        BINDING.forEach((path, fields) -> look(object, "", path, fields, problems));
    }

    private static void look(
            JsonNode node, String at, List<String> path, Set<String> fields, BiConsumer<String, String> problems) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), at + "/" + i, path, fields, problems);
            }
        } else if (!path.isEmpty()) {
            String next = path.get(0);
            look(node.path(next), at + "/" + next, path.subList(1, path.size()), fields, problems);
        } else {
            node.fieldNames().forEachRemaining(name -> {
                if (!fields.contains(name)) {
                    problems.accept(
                            at + "/" + escaped(name),
                            "unknown field '" + name + "'; allowed are "
                                    + String.join(", ", fields.stream().sorted().toList()));
                }
            });
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
