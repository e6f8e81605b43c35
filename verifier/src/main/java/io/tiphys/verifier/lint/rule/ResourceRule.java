package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.lint.condition.Selector;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.spec.Vocabulary;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;

/** Actions on Kubernetes objects, and retries. */
final class ResourceRule implements LintRule {
    private static final Rule ACTION = new Rule(
            "TPL-06",
            Severity.ERROR,
            "A resource template has one of the actions get, create, apply, delete, replace and patch.",
            "Choose one of the actions.",
            "argo lint: resource templates");
    private static final Rule MANIFEST = new Rule(
            "TPL-07",
            Severity.ERROR,
            "A resource template has either manifest, which is YAML, or manifestFrom.",
            "Write the object under manifest.",
            "argo lint: resource templates; full CRDs");
    private static final Rule RETRY = new Rule(
            "TPL-08",
            Severity.ERROR,
            "retryPolicy is one of Always, OnFailure, OnError and OnTransientError.",
            "Choose one of the policies.",
            "argo lint: retryPolicy");

    private static final Rule CONDITION = new Rule(
            "TPL-09",
            Severity.ERROR,
            "Conditions of a resource template are selectors: comparisons with words or whole numbers, joined by commas.",
            "Write a condition such as status.phase == Succeeded, without quotes, && or ||.",
            "Argo Workflows executor; Kubernetes label selectors");

    @Override
    public List<Rule> rules() {
        return List.of(ACTION, MANIFEST, RETRY, CONDITION);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            Node policy = template.node().get("retryStrategy").get("retryPolicy");
            if (policy.json().isTextual() && !policy.json().asText().isEmpty()) {
                choice(RETRY, policy, Vocabulary.RETRY_POLICIES, "a retry policy", report);
            }
            Node resource = template.node().get("resource");
            if (resource.json().isObject()) {
                resource(resource, report);
            }
        }
    }

    private static void resource(Node resource, Report report) {
        Node action = resource.get("action");
        if (action.json().isTextual() || !resource.has("action")) {
            choice(ACTION, action, Vocabulary.RESOURCE_ACTIONS, "an action", report);
        }
        condition(resource.get("successCondition"), report);
        condition(resource.get("failureCondition"), report);
        boolean manifest = resource.hasContent("manifest");
        boolean from = resource.has("manifestFrom");
        String type = resource.text("action");
        if (manifest && from) {
            report.add(
                    MANIFEST,
                    resource.at(),
                    "the template has both manifest and manifestFrom",
                    "Delete one of the two.",
                    ARGO_LINT);
        } else if (!manifest && !from && !type.equals("get") && !type.equals("delete")) {
            report.add(MANIFEST, resource.at(), "the template has neither manifest nor manifestFrom", ARGO_LINT);
        } else if (manifest && resource.get("manifest").json().isTextual()) {
            yaml(resource.get("manifest"), report);
        }
    }

    private static void condition(Node field, Report report) {
        String text = field.json().asText("");
        if (field.json().isTextual() && !TagText.hasTags(text)) {
            Selector.problem(text)
                    .ifPresent(problem ->
                            report.addAt(CONDITION, field.at(), problem.offset(), problem.message(), CONTROLLER));
        }
    }

    private static void choice(Rule rule, Node field, List<String> allowed, String what, Report report) {
        String value = field.json().asText("");
        if (!allowed.contains(value) && TagText.parse(value).tags().stream().noneMatch(ResourceRule::isFilledIn)) {
            report.addChoice(
                    rule,
                    field.at(),
                    (value.isEmpty() ? "there is no value" : "\"" + value + "\" is not " + what) + "; allowed are "
                            + String.join(", ", allowed),
                    value,
                    allowed,
                    ARGO_LINT,
                    API_SERVER);
        }
    }

    /** Where the content of a line of a text begins; the line is counted from 1. */
    private static int offset(String text, int line) {
        int start = 0;
        for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private static boolean isFilledIn(Tag tag) {
        return tag.isExpression() || Scope.isChecked(tag.name());
    }

    /** Tags are filled in first: what they stand for is taken for a word. */
    private static void yaml(Node manifest, Report report) {
        String text = manifest.json().asText();
        YamlFile file = new YamlReader().read(TagText.parse(text).replace(tag -> isFilledIn(tag) ? "filled-in" : null));
        file.problems().stream()
                .findFirst()
                .ifPresent(problem -> report.addAt(
                        MANIFEST,
                        manifest.at(),
                        offset(text, problem.position().line()),
                        "the manifest is not YAML: line " + problem.position().line() + ": " + problem.message(),
                        "Mend this line of the manifest.",
                        ARGO_LINT));
    }
}
