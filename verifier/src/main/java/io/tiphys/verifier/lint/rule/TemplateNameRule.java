package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.name.NameForm;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of templates, steps and tasks. */
final class TemplateNameRule implements LintRule {
    private static final String SOURCE = "argo lint: names of templates, steps and tasks";
    private static final Rule MISSING = new Rule(
            "NAME-04",
            Severity.ERROR,
            "Templates, steps and tasks have names.",
            "Add a name of " + Names.WORKFLOW_NAME + ".",
            SOURCE);
    private static final Rule SPELLING = new Rule(
            "NAME-05",
            Severity.ERROR,
            "Names of templates, steps and tasks are up to 128 " + Names.WORKFLOW_NAME + ".",
            "Rename it; underscores, dots and blanks are not allowed.",
            SOURCE);
    private static final Rule UNIQUE = new Rule(
            "NAME-06",
            Severity.ERROR,
            "Names of templates are unique in their object, names of steps and tasks in their template.",
            "Rename one of the two.",
            SOURCE);

    @Override
    public List<Rule> rules() {
        return List.of(MISSING, SPELLING, UNIQUE);
    }

    @Override
    public void check(Spec spec, Report report) {
        Map<String, JsonPointer> seen = new HashMap<>();
        for (Node template : spec.node().items("templates")) {
            name(template, "template", seen, report);
        }
        for (Template template : spec.templates()) {
            Map<String, JsonPointer> calls = new HashMap<>();
            for (Call call : template.calls()) {
                name(call.node(), call.kind().label(), calls, report);
            }
        }
    }

    private static void name(Node named, String what, Map<String, JsonPointer> seen, Report report) {
        if (!(named.json().isObject() || named.json().isNull()) || isNoText(named)) {
            return;
        }
        String name = named.text("name");
        JsonPointer at = named.get("name").at();
        if (name.isEmpty()) {
            if (named.has("name") || !what.equals("task")) {
                report.add(MISSING, at, "the " + what + " has no name", ARGO_LINT);
            } else {
                report.add(MISSING, at, "the " + what + " has no name", ARGO_LINT, API_SERVER);
            }
        } else if (!Names.isWorkflowName(name) && Names.isWorkflowName(filledIn(name))) {
            report.add(
                    SPELLING,
                    at,
                    "the API server takes no variable as name of a " + what,
                    "Write a name without {{…}}.",
                    API_SERVER);
        } else if (!Names.isWorkflowName(name)) {
            report.add(
                    SPELLING,
                    at,
                    "\"" + name + "\" is no name of a " + what + ": allowed are " + Names.WORKFLOW_NAME,
                    Names.remedy(NameForm.ARGO_NAME, name, SPELLING),
                    ARGO_LINT,
                    API_SERVER);
        } else if (name.length() > Names.LONGEST) {
            report.add(
                    SPELLING,
                    at,
                    "the name of the " + what + " has " + name.length() + " characters; at most " + Names.LONGEST
                            + " are allowed",
                    ARGO_LINT,
                    API_SERVER);
        } else {
            JsonPointer other = seen.putIfAbsent(name, at);
            if (other != null) {
                report.add(
                        UNIQUE,
                        at,
                        "there is another " + what + " \"" + name + "\", in line " + report.line(other),
                        ARGO_LINT);
            }
        }
    }

    /** Argo fills in values of the workflow and expressions before it looks at names. */
    private static String filledIn(String name) {
        return TagText.parse(name)
                .replace(tag -> tag.isExpression() || tag.name().startsWith("workflow.") ? "x" : null);
    }

    private static boolean isNoText(Node named) {
        return named.has("name") && !named.get("name").json().isTextual();
    }
}
