package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** To which nodes and pods a pod is drawn. */
final class Affinities {
    private static final List<String> NODE_OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private Affinities() {}

    static void check(Set<String> labels, Node affinity, Problems problems) {
        Node nodes = affinity.get("nodeAffinity");
        if (nodes.has(REQUIRED)) {
            nodes(nodes.get(REQUIRED), problems);
        }
        for (Node preferred : nodes.items(PREFERRED)) {
            weight(preferred, problems);
            term(preferred.get("preference"), false, problems);
        }
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            Node pods = affinity.get(kind);
            pods.items(REQUIRED).forEach(term -> podTerm(labels, term, problems));
            for (Node preferred : pods.items(PREFERRED)) {
                weight(preferred, problems);
                podTerm(labels, preferred.get("podAffinityTerm"), problems);
            }
        }
    }

    private static void weight(Node preferred, Problems problems) {
        if (!preferred.has("weight")) {
            problems.required(preferred, "weight");
        }
        problems.range(preferred, "weight", 1, 100);
    }

    /** A selector of nodes, which has terms. */
    static void nodes(Node selector, Problems problems) {
        if (problems.required(selector, "nodeSelectorTerms")) {
            selector.items("nodeSelectorTerms").forEach(term -> term(term, true, problems));
        }
    }

    private static void term(Node term, boolean required, Problems problems) {
        for (Node expression : term.items("matchExpressions")) {
            Selectors.expression(expression, NODE_OPERATORS, KubernetesRules.SCHEDULING, problems);
            if (required) {
                Selectors.values(expression, problems);
            }
        }
        for (Node field : term.items("matchFields")) {
            String operator = field.text("operator");
            if (!operator.equals("In") && !operator.equals("NotIn")) {
                problems.add(
                        KubernetesRules.CHOICE,
                        field.get("operator"),
                        "the operator \"" + operator + "\" is not one of In, NotIn");
            } else if (field.items("values").size() != 1) {
                problems.add(
                        KubernetesRules.SCHEDULING, field.get("values"), "a term of matchFields has exactly one value");
            }
            if (!field.text("key").equals("metadata.name")) {
                problems.add(
                        KubernetesRules.SCHEDULING,
                        field.get("key"),
                        "\"" + field.text("key") + "\" is no field of nodes; allowed is metadata.name");
            } else {
                field.items("values")
                        .forEach(value -> problems.addAll(
                                KubernetesRules.NAME,
                                value,
                                Names.dns1123Subdomain(value.json().asText())));
            }
        }
    }

    private static void podTerm(Set<String> labels, Node term, Problems problems) {
        if (problems.required(term, "topologyKey")) {
            problems.addAll(
                    KubernetesRules.SCHEDULING, term.get("topologyKey"), Names.qualifiedName(term.text("topologyKey")));
        }
        Selectors.check(term.get("labelSelector"), problems);
        Selectors.check(term.get("namespaceSelector"), problems);
        term.items("namespaces")
                .forEach(namespace -> problems.addAll(
                        KubernetesRules.NAME,
                        namespace,
                        Names.dns1123Label(namespace.json().asText())));
        keys(labels, term, List.of("matchLabelKeys", "mismatchLabelKeys"), problems);
    }

    /** Keys of labels whose values are the pod's own. */
    static void keys(Set<String> labels, Node owner, List<String> lists, Problems problems) {
        Node selector = owner.get("labelSelector");
        Set<String> others = new HashSet<>();
        for (Node key : owner.items("mismatchLabelKeys")) {
            others.add(key.json().asText());
        }
        for (String list : lists) {
            if (owner.hasContent(list) && !owner.has("labelSelector")) {
                problems.add(KubernetesRules.SCHEDULING, owner.get(list), list + " needs a labelSelector");
                continue;
            }
            for (Node key : owner.items(list)) {
                String name = key.json().asText();
                problems.addAll(KubernetesRules.LABEL, key, Names.qualifiedName(name));
                boolean match = list.equals("matchLabelKeys");
                if (match && others.contains(name)) {
                    problems.add(KubernetesRules.SCHEDULING, key, "\"" + name + "\" stands in mismatchLabelKeys too");
                }
                if (match && isSelected(labels, selector, name)) {
                    problems.add(KubernetesRules.SCHEDULING, key, "\"" + name + "\" stands in labelSelector too");
                }
            }
        }
    }

    /** A key of the pod's own labels is added to the selector, where it may then not stand twice. */
    private static boolean isSelected(Set<String> labels, Node selector, String key) {
        long terms = selector.items("matchExpressions").stream()
                .filter(term -> term.text("key").equals(key))
                .count();
        terms += labels.contains(key) ? 1 : 0;
        return terms > 1 || (terms == 1 && selector.get("matchLabels").json().has(key));
    }
}
