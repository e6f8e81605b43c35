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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Braces that are opened are closed. */
final class BraceRule implements LintRule {
    private static final String OTHER = "Braces for another program are the value of an expression: {{='{' + '{'}}.";
    private static final Rule UNCLOSED = new Rule(
            "VAR-03",
            Severity.ERROR,
            "Opening braces of a variable are closed again.",
            "Close the variable with two braces. " + OTHER,
            "argo lint: cannot find end tag");
    private static final int SHOWN = 40;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z]+(?:\\.[-a-zA-Z0-9_]+)+)");

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

    private static String shown(String open) {
        int end = open.indexOf('\n');
        String line = end < 0 ? open : open.substring(0, end);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String remedy(String open) {
        Matcher variable = VARIABLE.matcher(open);
        return variable.lookingAt() ? "Write {{" + variable.group(1) + "}}. " + OTHER : UNCLOSED.remedy();
    }

    private static void unclosed(Node place, String text, boolean refused, Report report) {
        if (TagText.hasTags(text)) {
            TagText.parse(text)
                    .unclosed()
                    .ifPresent(offset -> report.addAt(
                            UNCLOSED,
                            place.at(),
                            offset,
                            "braces are opened here and never closed: \"" + shown(text.substring(offset)) + "\"",
                            remedy(text.substring(offset)),
                            refused ? ARGO_LINT : CONTROLLER));
        }
    }
}
