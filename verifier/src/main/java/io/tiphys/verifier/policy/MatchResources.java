package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which requests a policy or binding is about, tried in the API server's order: namespace, object, exclusions, rules.
 *
 * @param rules none means all
 */
record MatchResources(
        LabelSelector namespaceSelector,
        LabelSelector objectSelector,
        List<ResourceRule> exclude,
        List<ResourceRule> rules) {

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    MatchResources {
        exclude = List.copyOf(exclude);
        rules = List.copyOf(rules);
    }

    static MatchResources of(JsonNode node) {
        return new MatchResources(
                LabelSelector.of(node.path("namespaceSelector")),
                LabelSelector.of(node.path("objectSelector")),
                rules(node.path("excludeResourceRules")),
                rules(node.path("resourceRules")));
    }

    private static List<ResourceRule> rules(JsonNode list) {
        List<ResourceRule> rules = new ArrayList<>();
        list.forEach(rule -> rules.add(ResourceRule.of(rule)));
        return rules;
    }

    boolean matches(PolicySubject subject) {
        return matchesNamespace(subject)
                && matchesObject(subject)
                && exclude.stream().noneMatch(rule -> rule.matches(subject))
                && (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.matches(subject)));
    }

    /** Whether an object of this kind may match; it does not if this says no. */
    boolean mayMatch(ApiResource resource) {
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.mayMatch(resource));
    }

    private boolean matchesNamespace(PolicySubject subject) {
        if (subject.resource().kind().equals("Namespace")) {
            return namespaceSelector.matches(LabelSelector.labels(shown(subject)));
        }
        return !subject.resource().namespaced() || namespaceSelector.matches(namespaceLabels(subject));
    }

    /** The labels of the subject's namespace, the one with its name included. */
    static Map<String, String> namespaceLabels(PolicySubject subject) {
        Map<String, String> labels = new HashMap<>(subject.namespaceLabels());
        labels.put(NAME_LABEL, subject.namespace());
        return labels;
    }

    private boolean matchesObject(PolicySubject subject) {
        return matchesLabels(subject.object()) || matchesLabels(subject.oldObject());
    }

    private boolean matchesLabels(JsonNode object) {
        return !object.isMissingNode() && objectSelector.matches(LabelSelector.labels(object));
    }

    private static JsonNode shown(PolicySubject subject) {
        return subject.object().isMissingNode() ? subject.oldObject() : subject.object();
    }
}
