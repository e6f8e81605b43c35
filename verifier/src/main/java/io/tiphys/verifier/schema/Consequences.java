package io.tiphys.verifier.schema;

import io.tiphys.model.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out what only follows from another finding: a value of the wrong type breaks every other rule of its field. */
final class Consequences {
    private Consequences() {}

    static List<Finding> drop(List<Finding> findings) {
        Set<String> wrongType = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.rule().equals(SchemaRules.TYPE.id())) {
                wrongType.add(finding.place().pointer());
            }
        }
        return findings.stream()
                .filter(finding -> finding.rule().equals(SchemaRules.TYPE.id())
                        || !wrongType.contains(finding.place().pointer()))
                .toList();
    }
}
