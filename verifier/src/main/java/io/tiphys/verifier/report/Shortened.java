package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All errors; of other findings of one rule the first few, since the JSON report has them all. */
public final class Shortened {
    /** How many of a rule. */
    public static final int MOST = 10;

    private Shortened() {}

    /** What people are shown, in the same order. */
    public static List<Finding> of(List<Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        return findings.stream()
                .filter(finding -> finding.isBlocking() || counts.merge(finding.rule(), 1, Integer::sum) <= MOST)
                .toList();
    }
}
