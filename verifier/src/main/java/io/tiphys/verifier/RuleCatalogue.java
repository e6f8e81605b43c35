package io.tiphys.verifier;

import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.kubernetes.KubernetesRules;
import io.tiphys.verifier.lint.Linter;
import io.tiphys.verifier.lint.rule.LintRule;
import io.tiphys.verifier.lint.rule.Rules;
import io.tiphys.verifier.load.LoadRules;
import io.tiphys.verifier.pod.PodRules;
import io.tiphys.verifier.policy.PolicyRules;
import io.tiphys.verifier.schema.SchemaRules;
import io.tiphys.verifier.waiver.WaiverRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules of the verifier but those that policies state themselves. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /** All rules, by id. */
    public static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(LoadRules.all());
        rules.addAll(SchemaRules.all());
        for (LintRule rule : Rules.all()) {
            rules.addAll(rule.rules());
        }
        rules.addAll(Linter.rules());
        rules.addAll(KubernetesRules.all());
        rules.add(UniqueObjects.RULE);
        rules.addAll(PodRules.ALL);
        rules.addAll(PolicyRules.all());
        rules.addAll(WaiverRules.all());
        rules.sort(Comparator.comparing(Rule::id));
        return List.copyOf(rules);
    }
}
