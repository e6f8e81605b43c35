package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with one object, each refused by the API server, and asks the questions that come up everywhere. */
final class Problems {
    private static final int LARGEST_PORT = 65_535;

    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();

    Problems(Manifest manifest) {
        this.manifest = manifest;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(Rule rule, Node at, String message) {
        findings.add(manifest.finding(rule, at.at(), message).withRefusedBy(RealProgram.API_SERVER));
    }

    /** The same, with a remedy that fits better than the rule's; empty for the rule's. */
    void add(Rule rule, Node at, String message, String remedy) {
        findings.add(manifest.finding(rule, at.at(), message)
                .withRemedy(remedy.isEmpty() ? rule.remedy() : remedy)
                .withRefusedBy(RealProgram.API_SERVER));
    }

    void addAll(Rule rule, Node at, List<Names.Mistake> mistakes) {
        mistakes.forEach(mistake ->
                add(rule, at, "\"" + at.json().asText() + "\" is not allowed: " + mistake.message(), mistake.remedy()));
    }

    /** A key that is no name: the finding points at the key. */
    void addKey(Rule rule, Node value, String key, List<Names.Mistake> mistakes) {
        mistakes.forEach(mistake -> findings.add(
                manifest.findingAtKey(rule, value.at(), "the key \"" + key + "\" is not allowed: " + mistake.message())
                        .withRemedy(mistake.remedy().isEmpty() ? rule.remedy() : mistake.remedy())
                        .withRefusedBy(RealProgram.API_SERVER)));
    }

    /** The field is there with content. */
    boolean required(Node owner, String field) {
        JsonNode value = owner.json().path(field);
        boolean empty = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
        if (empty) {
            findings.add(manifest.finding(
                            KubernetesRules.REQUIRED,
                            owner.get(field).at(),
                            value.isMissingNode() ? field + " is missing" : field + " is needed and has no content")
                    .withRemedy("Add " + field + ", with a value.")
                    .withRefusedBy(RealProgram.API_SERVER));
        }
        return !empty;
    }

    /** The field, where it is there, has one of the values. */
    void choice(Node owner, String field, List<String> allowed) {
        String value = owner.text(field);
        if (!value.isEmpty() && !allowed.contains(value)) {
            add(
                    KubernetesRules.CHOICE,
                    owner.get(field),
                    "\"" + value + "\" is not one of " + String.join(", ", allowed) + Nearest.hint(value, allowed),
                    Nearest.remedy(value, allowed).orElse(""));
        }
    }

    /** The number, where it is there, lies in the range. */
    void range(Node owner, String field, long least, long largest) {
        JsonNode value = owner.json().path(field);
        if (value.isNumber() && (value.asLong() < least || value.asLong() > largest)) {
            add(
                    KubernetesRules.RANGE,
                    owner.get(field),
                    field + " is " + value.asText() + "; allowed are "
                            + (largest == Long.MAX_VALUE ? least + " and more" : least + " to " + largest));
        }
    }

    /** The number, where it is there, is 0 or more. */
    void notNegative(Node owner, String... fields) {
        for (String field : fields) {
            range(owner, field, 0, Long.MAX_VALUE);
        }
    }

    /** A port by number or name. */
    void port(Node owner, String field) {
        JsonNode value = owner.json().path(field);
        if (value.isNumber()) {
            range(owner, field, 1, LARGEST_PORT);
        } else if (value.isTextual() && !Forms.isPortName(value.asText())) {
            add(
                    KubernetesRules.PORT,
                    owner.get(field),
                    "\"" + value.asText() + "\" is neither a port number nor the name of a port");
        } else if (value.isMissingNode()) {
            required(owner, field);
        }
    }

    /** One field of several, and no more; how many are there. */
    int oneOf(Rule rule, Node owner, Collection<String> fields, String what) {
        List<String> present = fields.stream().filter(owner::has).toList();
        if (present.isEmpty()) {
            add(rule, owner, what + " has none of " + String.join(", ", fields) + "; it needs one");
        }
        for (String field : present.stream().skip(1).toList()) {
            add(rule, owner.get(field), what + " has " + present.get(0) + " and " + field + "; only one is allowed");
        }
        return present.size();
    }
}
