package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;

/** Braces that are opened are closed. */
final class BraceRule implements LintRule {
    private static final Rule UNCLOSED = new Rule(
            "VAR-03",
            Severity.ERROR,
            "Opening braces of a variable are closed again.",
            "Close the variable with two braces; if the braces are meant for another program, write them as the value of"
                    + " an expression.",
            "argo lint: cannot find end tag");

    @Override
    public List<Rule> rules() {
        return List.of(UNCLOSED);
    }

    @Override
    public void check(Spec spec, Report report) {
        spec.node().fields((name, value) -> {
            if (!name.equals("templates")) {
                value.texts((place, text) -> unclosed(place, text, false, report));
            }
        });
        Scope global = Scopes.global(spec);
        for (Template template : spec.templates()) {
            Scanned scanned = new Scanned(template, Scopes.local(template, global));
            template.node().fields((field, value) -> {
                if (!field.equals("name")) { // a name takes no braces at all
                    value.texts((place, text) -> unclosed(place, text, scanned.refuses(place, text), report));
                }
            });
        }
    }

    private static void unclosed(Node place, String text, boolean refused, Report report) {
        if (TagText.hasTags(text)) {
            TagText.parse(text)
                    .unclosed()
                    .ifPresent(offset -> report.addAt(
                            UNCLOSED,
                            place.at(),
                            offset,
                            "the braces of a variable are opened and never closed",
                            refused ? ARGO_LINT : CONTROLLER));
        }
    }
}
