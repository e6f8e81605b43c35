package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.GeneratorRules;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.RuleCatalogue;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.schema.CrdRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page of all rules is what the rules say. With {@code -Dtiphys.writeDocs=true} it is written instead. */
class RulePageTest {
    private static final String HEAD = """
            # Rules

            Made from the rules themselves; change them there. A finding says in `refusedBy` which real programs would refuse the document for the same
            reason.

            | rule | severity | asks for | remedy | source |
            |---|---|---|---|---|
            """;

    private static final String CRD_HEAD = """

            ## Rules of the full CRDs

            What the API server asks of several fields together, in CEL, as our schema states it and `verify` evaluates it. `self` holds those of the rule's
            fields that are there; with fewer than two of them the rule holds.

            | place | rule | asks for | message |
            |---|---|---|---|
            """;

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(GeneratorRules.all());
        rules.addAll(RuleCatalogue.all());
        BuiltInPolicies builtIn = new BuiltInPolicies(RulePageTest.class.getClassLoader());
        Map<String, Rule> policies = new TreeMap<>();
        for (String profile : builtIn.profiles()) {
            PolicySet set = PolicySet.of(builtIn.documents(profile).orElseThrow(), KubernetesVersion.NEWEST);
            for (String name : set.names()) {
                PolicyInfo info = set.info(name).orElseThrow();
                Severity severity = info.severity().orElse(Severity.ERROR);
                policies.put(
                        info.rule(),
                        new Rule(info.rule(), severity, info.title() + ".", info.remedyYaml(List.of()), info.file()));
            }
        }
        rules.forEach(rule -> policies.remove(rule.id())); // a policy beside a check of documents has its summary there
        rules.addAll(policies.values());
        return rules;
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Rule rule : rules()) {
            page.append("| ")
                    .append(rule.id())
                    .append(" | ")
                    .append(rule.severity().label());
            for (String cell : List.of(rule.summary(), rule.remedy(), rule.source())) {
                page.append(" | ").append(cell.replace("|", "\\|").replace("<", "&lt;"));
            }
            page.append(" |\n");
        }
        page.append(CRD_HEAD);
        for (CrdRule rule : CrdRule.all()) {
            page.append("| ")
                    .append(rule.place())
                    .append(" | ")
                    .append(rule.id())
                    .append(" | `")
                    .append(rule.rule().replace("|", "\\|"))
                    .append("` | ")
                    .append(rule.message())
                    .append(" |\n");
        }
        return page.toString();
    }

    @Test
    void docsRulesIsUpToDate() throws Exception {
        Path file = Path.of("..", "docs", "rules.md");
        if (Boolean.getBoolean("tiphys.writeDocs")) {
            Files.writeString(file, page());
        }
        assertThat(file)
                .as("write it anew with: mvn -pl maven-plugin -am test -Dtest=RulePageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtiphys.writeDocs=true")
                .content()
                .isEqualTo(page());
    }

    @Test
    void idsAreUniqueAndEveryRuleHasARemedy() {
        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[A-Z]+-[0-9]{2}");
            assertThat(rule.summary()).as(rule.id()).isNotBlank();
            assertThat(rule.remedy()).as(rule.id()).isNotBlank();
            assertThat(rule.source()).as(rule.id()).isNotBlank();
        });
    }
}
