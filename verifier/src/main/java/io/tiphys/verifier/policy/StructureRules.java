package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.cel.NameFormats;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API server asks of the structure of policies and bindings, besides their expressions. */
final class StructureRules {
    private static final Set<String> REASONS = Set.of("Forbidden", "Invalid", "RequestEntityTooLarge");
    private static final Set<String> ACTIONS = Set.of("Deny", "Warn", "Audit");
    private static final int MOST_CONDITIONS = 64;
    private static final int MOST_ANNOTATIONS = 20;

    private final Manifest manifest;
    private final JsonNode spec;
    private final List<Finding> findings = new ArrayList<>();

    private StructureRules(Manifest manifest) {
        this.manifest = manifest;
        this.spec = manifest.json().path("spec");
    }

    static List<Finding> policy(Manifest manifest) {
        StructureRules rules = new StructureRules(manifest);
        rules.name();
        rules.policy();
        PolicyFields.ofPolicy(manifest.json(), rules::add);
        return rules.findings;
    }

    static List<Finding> binding(Manifest manifest) {
        StructureRules rules = new StructureRules(manifest);
        rules.name();
        rules.binding();
        PolicyFields.ofBinding(manifest.json(), rules::add);
        return rules.findings;
    }

    private void add(String pointer, String message) {
        findings.add(manifest.finding(PolicyRules.STRUCTURE, JsonPointer.compile(pointer), message)
                .withRefusedBy(RealProgram.API_SERVER));
    }

    private void name() {
        if (manifest.json().path("metadata").path("name").asText("").isEmpty()) {
            add("/metadata", "the " + manifest.kind() + " has no metadata.name");
        }
    }

    private void policy() {
        if (spec.path("validations").isEmpty() && spec.path("auditAnnotations").isEmpty()) {
            add("/spec", "the policy has neither validations nor auditAnnotations; at least one is needed");
        }
        choice("/spec/failurePolicy", spec.path("failurePolicy"), Set.of("Fail", "Ignore"));
        if (spec.path("matchConstraints").path("resourceRules").isEmpty()) {
            add("/spec/matchConstraints", "spec.matchConstraints.resourceRules is empty; the policy matches nothing");
        }
        resourceRules("/spec/matchConstraints/resourceRules");
        resourceRules("/spec/matchConstraints/excludeResourceRules");
        if (spec.path("matchConditions").size() > MOST_CONDITIONS) {
            add(
                    "/spec/matchConditions",
                    "there are " + spec.path("matchConditions").size() + " match conditions; at most " + MOST_CONDITIONS
                            + " are allowed");
        }
        if (spec.path("auditAnnotations").size() > MOST_ANNOTATIONS) {
            add(
                    "/spec/auditAnnotations",
                    "there are " + spec.path("auditAnnotations").size() + " audit annotations; at most "
                            + MOST_ANNOTATIONS + " are allowed");
        }
        unique("/spec/matchConditions", "name");
        unique("/spec/auditAnnotations", "key");
        annotationKeys();
        int index = 0;
        for (JsonNode validation : spec.path("validations")) {
            validation("/spec/validations/" + index++, validation);
        }
    }

    /** The audit log has the key after the policy's name, and both together must be a key of Kubernetes. */
    private void annotationKeys() {
        int index = 0;
        for (JsonNode annotation : spec.path("auditAnnotations")) {
            String at = "/spec/auditAnnotations/" + index++ + "/key";
            String key = annotation.path("key").asText("");
            List<String> problems = NameFormats.qualifiedName(manifest.name() + "/" + key);
            problems.forEach(problem -> add(at, "the key '" + key + "' is not allowed: " + problem));
        }
    }

    private void validation(String at, JsonNode validation) {
        if (validation.path("expression").asText("").isBlank()) {
            add(at, "the validation has no expression");
        }
        choice(at + "/reason", validation.path("reason"), REASONS);
        String message = validation.path("message").asText("");
        if (message.strip().contains("\n")) {
            add(at + "/message", "the message has line breaks; write one line");
        }
        if (validation.has("message") && !message.isEmpty() && message.isBlank()) {
            add(at + "/message", "the message is blank; write what is wrong, or leave it out");
        }
    }

    private void resourceRules(String at) {
        int index = 0;
        for (JsonNode rule : manifest.json().at(at)) {
            String here = at + "/" + index++;
            for (String field : List.of("apiGroups", "apiVersions", "operations", "resources")) {
                JsonNode values = rule.path(field);
                if (values.isEmpty()) {
                    add(here, "the resource rule has no " + field);
                } else if (!field.equals("resources")
                        && values.size() > 1
                        && Json.texts(values).contains("*")) {
                    add(here + "/" + field, "'*' stands beside other values in " + field + "; it must be the only one");
                }
            }
        }
    }

    private void binding() {
        if (spec.path("policyName").asText("").isEmpty()) {
            add("/spec", "the binding has no spec.policyName");
        }
        List<String> actions = Json.texts(spec.path("validationActions"));
        if (actions.isEmpty()) {
            add("/spec", "the binding has no spec.validationActions; allowed are Deny, Warn, Audit");
        }
        Set<String> seen = new HashSet<>();
        for (String action : actions) {
            if (!ACTIONS.contains(action)) {
                add("/spec/validationActions", "unknown action '" + action + "'; allowed are Deny, Warn, Audit");
            } else if (!seen.add(action)) {
                add("/spec/validationActions", "the action " + action + " stands twice");
            }
        }
        if (seen.contains("Deny") && seen.contains("Warn")) {
            add("/spec/validationActions", "Deny and Warn exclude one another: a denial is shown anyway");
        }
        JsonNode params = spec.path("paramRef");
        if (params.isObject() && params.has("name") == params.has("selector")) {
            add("/spec/paramRef", "spec.paramRef needs exactly one of name and selector");
        }
        if (params.isObject()) {
            if (params.path("parameterNotFoundAction").asText("").isEmpty()) {
                add("/spec/paramRef", "spec.paramRef has no parameterNotFoundAction; allowed are Allow, Deny");
            }
            choice(
                    "/spec/paramRef/parameterNotFoundAction",
                    params.path("parameterNotFoundAction"),
                    Set.of("Allow", "Deny"));
        }
        resourceRules("/spec/matchResources/resourceRules");
        resourceRules("/spec/matchResources/excludeResourceRules");
    }

    private void choice(String at, JsonNode value, Set<String> allowed) {
        if (!value.isMissingNode() && !allowed.contains(value.asText())) {
            add(
                    at,
                    "unknown value '" + value.asText() + "'; allowed are "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
    }

    private void unique(String list, String field) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode item : manifest.json().at(list)) {
            String name = item.path(field).asText("");
            if (!seen.add(name)) {
                add(list + "/" + index + "/" + field, "the " + field + " '" + name + "' stands twice");
            }
            index++;
        }
    }
}
