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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of parameters and artifacts. */
final class ParameterNameRule implements LintRule {
    private static final String SOURCE = "argo lint: names of parameters and artifacts";
    private static final Rule SPELLING = new Rule(
            "NAME-07",
            Severity.ERROR,
            "Parameters and artifacts have names of " + Names.PARAMETER_NAME + ".",
            "Give it such a name.",
            SOURCE);
    private static final Rule UNIQUE = new Rule(
            "NAME-08",
            Severity.ERROR,
            "Names of parameters and artifacts are unique in their list.",
            "Rename or delete one of the two.",
            SOURCE);

    @Override
    public List<Rule> rules() {
        return List.of(SPELLING, UNIQUE);
    }

    @Override
    public void check(Spec spec, Report report) {
        lists(spec.node().get("arguments"), report);
        for (Template template : spec.templates()) {
            lists(template.node().get("inputs"), report);
            lists(template.node().get("outputs"), report);
            for (Call call : template.calls()) {
                lists(call.node().get("arguments"), report);
            }
        }
    }

    private static void lists(Node holder, Report report) {
        list(holder.items("parameters"), "parameter", report);
        list(holder.items("artifacts"), "artifact", report);
    }

    private static void list(List<Node> entries, String what, Report report) {
        Map<String, JsonPointer> seen = new HashMap<>();
        for (Node entry : entries) {
            if (!entry.json().isObject()
                    || (entry.has("name") && !entry.json().path("name").isTextual())) {
                continue;
            }
            String name = entry.text("name");
            Node field = entry.get("name");
            if (name.isEmpty() && !entry.has("name")) {
                report.add(
                        SPELLING,
                        field.at(),
                        "the " + what + " has no name",
                        "Add name, of " + Names.PARAMETER_NAME + ".",
                        ARGO_LINT,
                        API_SERVER);
            } else if (!Names.isParameterName(name)) {
                report.add(
                        SPELLING,
                        field.at(),
                        "\"" + name + "\" is no name of " + (what.equals("artifact") ? "an " : "a ") + what
                                + ": allowed are " + Names.PARAMETER_NAME,
                        Names.remedy(NameForm.ARGO_PARAMETER, name, SPELLING),
                        ARGO_LINT);
            } else {
                JsonPointer other = seen.putIfAbsent(name, field.at());
                if (other != null) {
                    report.add(
                            UNIQUE,
                            field.at(),
                            "there is another " + what + " \"" + name + "\", in line " + report.line(other),
                            ARGO_LINT);
                }
            }
        }
    }
}
