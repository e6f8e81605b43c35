package io.tiphys.verifier.lint;

import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.rule.LintRule;
import io.tiphys.verifier.lint.rule.Rules;
import io.tiphys.verifier.load.LoadRules;
import io.tiphys.verifier.schema.SchemaRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules of loading, types and meaning, and their page in the documentation. */
public final class RuleCatalogue {
    private static final String HEAD = """
            # Rules

            Generated from the rules themselves; change them there. The policies have a page of their own.
            A finding says in `refusedBy` which real programs would refuse the document for the same reason.

            """;

    private RuleCatalogue() {}

    /** All rules, by id. */
    public static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(LoadRules.all());
        rules.addAll(SchemaRules.all());
        for (LintRule rule : Rules.all()) {
            rules.addAll(rule.rules());
        }
        rules.sort(Comparator.comparing(Rule::id));
        return rules;
    }

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Rule rule : all()) {
            page.append("## ")
                    .append(rule.id())
                    .append(" (")
                    .append(rule.severity().label())
                    .append(")\n\n");
            page.append(rule.summary()).append("\n\n");
            page.append("- Remedy: ").append(rule.remedy()).append('\n');
            page.append("- Source: ").append(rule.source()).append("\n\n");
        }
        return page.substring(0, page.length() - 1);
    }
}
