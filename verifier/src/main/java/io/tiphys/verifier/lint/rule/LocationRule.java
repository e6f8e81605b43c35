package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.name.NameForm;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;

/** What the stores of artifacts need to know, and global names of outputs. */
final class LocationRule implements LintRule {
    private static final Rule STORE = new Rule(
            "OUT-03",
            Severity.ERROR,
            "A git artifact has a repository, an hdfs artifact addresses and a path.",
            "Add what is missing.",
            "argo lint: artifact locations");
    private static final Rule GLOBAL = new Rule(
            "OUT-04",
            Severity.ERROR,
            "The global name of an output is one of " + Names.PARAMETER_NAME + ".",
            "Give it such a name; variables may be part of it, expressions not.",
            "argo lint: globalName");

    @Override
    public List<Rule> rules() {
        return List.of(STORE, GLOBAL);
    }

    @Override
    public void check(Spec spec, Report report) {
        spec.node().get("arguments").items("artifacts").forEach(artifact -> store(artifact, report));
        for (Template template : spec.templates()) {
            for (String holder : List.of("inputs", "outputs")) {
                template.node().get(holder).items("artifacts").forEach(artifact -> store(artifact, report));
            }
            Node outputs = template.node().get("outputs");
            outputs.items("parameters").forEach(output -> globalName(output.get("globalName"), report));
            outputs.items("artifacts").forEach(output -> globalName(output.get("globalName"), report));
        }
    }

    private static void store(Node artifact, Report report) {
        Node git = artifact.get("git");
        if (git.json().isObject() && git.text("repo").isEmpty()) {
            report.add(
                    STORE,
                    git.get("repo").at(),
                    "the git artifact has no repo",
                    "Add repo, the URL of the repository.",
                    ARGO_LINT);
        }
        Node hdfs = artifact.get("hdfs");
        if (hdfs.json().isObject()) {
            for (String field : List.of("addresses", "path")) {
                if (!hdfs.hasContent(field)) {
                    report.add(
                            STORE,
                            hdfs.get(field).at(),
                            "the hdfs artifact has no " + field,
                            "Add " + field + ".",
                            ARGO_LINT);
                }
            }
        }
    }

    private static void globalName(Node field, Report report) {
        String name = field.json().asText("");
        if (!field.json().isTextual() || name.isEmpty()) {
            return;
        }
        TagText parsed = TagText.parse(name);
        boolean expression = parsed.tags().stream().anyMatch(Tag::isExpression);
        if (expression || !Names.isParameterName(parsed.replace(tag -> "x"))) {
            report.add(
                    GLOBAL,
                    field.at(),
                    "\"" + name + "\" is no global name: "
                            + (expression
                                    ? "an expression cannot be part of it"
                                    : "allowed are " + Names.PARAMETER_NAME),
                    parsed.tags().isEmpty() ? Names.remedy(NameForm.ARGO_PARAMETER, name, GLOBAL) : GLOBAL.remedy(),
                    ARGO_LINT);
        }
    }
}
