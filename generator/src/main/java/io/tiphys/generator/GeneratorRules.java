package io.tiphys.generator;

import io.tiphys.generator.discover.DiscoveryRules;
import io.tiphys.generator.dsl.DefinitionRules;
import io.tiphys.model.finding.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules about template classes. */
public final class GeneratorRules {
    private GeneratorRules() {}

    /** All rules, by id. */
    public static List<Rule> all() {
        return Stream.concat(DiscoveryRules.ALL.stream(), DefinitionRules.ALL.stream())
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }
}
