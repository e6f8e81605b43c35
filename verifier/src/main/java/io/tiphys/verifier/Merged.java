package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Findings without repetition. What the check of references has found, the computation of pods meets again at the same
 * node: it is said once, with all programs that refuse it.
 */
final class Merged {
    private static final String POD_RULE = "POD-";

    private Merged() {}

    /** All findings in the order of reports. */
    static List<Finding> of(Collection<Finding> findings) {
        List<Finding> merged = new ArrayList<>();
        List<Finding> pods = new ArrayList<>();
        for (Finding finding : new LinkedHashSet<>(findings)) {
            (finding.rule().startsWith(POD_RULE) ? pods : merged).add(finding);
        }
        for (Finding pod : pods) {
            Optional<Finding> same =
                    merged.stream().filter(other -> isSame(other, pod)).findFirst();
            if (same.isPresent()) {
                merged.set(merged.indexOf(same.get()), same.get().withRefusedBy(pod.refusedBy()));
            } else {
                merged.add(pod);
            }
        }
        merged.sort(Finding.ORDER);
        return List.copyOf(merged);
    }

    private static boolean isSame(Finding other, Finding pod) {
        Finding.Place one = other.place();
        Finding.Place two = pod.place();
        return other.severity() == Severity.ERROR
                && one.file().equals(two.file())
                && one.document() == two.document()
                && one.pointer().equals(two.pointer());
    }
}
