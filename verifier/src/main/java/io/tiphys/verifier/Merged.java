package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.schema.SchemaRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings without repetition. What the check of references has found, the computation of pods meets again at the same
 * node: it is said once, with all programs that refuse it. A rule that is checked on documents and is a policy too says it
 * once at each node.
 */
final class Merged {
    private static final String POD_RULE = "POD-";
    private static final String POD_TYPE = "POD-05";

    private Merged() {}

    /** Rule or nothing, and the node. */
    private record Key(String rule, String file, int document, String pointer) {
        static Key of(String rule, Finding finding) {
            Finding.Place place = finding.place();
            return new Key(rule, place.file(), place.document(), place.pointer());
        }
    }

    /**
     * All findings in the order of reports.
     *
     * @param checked from the documents themselves
     * @param judged from policies and pods
     */
    static List<Finding> of(Collection<Finding> checked, Collection<Finding> judged) {
        List<Finding> merged = new ArrayList<>(new LinkedHashSet<>(checked));
        Set<Key> said = new HashSet<>();
        merged.forEach(finding -> said.add(Key.of(finding.rule(), finding)));
        List<Finding> pods = new ArrayList<>();
        for (Finding finding : new LinkedHashSet<>(judged)) {
            if (finding.rule().startsWith(POD_RULE)) {
                pods.add(finding);
            } else if (!said.contains(Key.of(finding.rule(), finding))) {
                merged.add(finding);
            }
        }
        Map<Key, Integer> errors = new HashMap<>();
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).severity() == Severity.ERROR) {
                errors.putIfAbsent(Key.of("", merged.get(i)), i);
            }
        }
        for (Finding pod : pods) {
            Integer same = pod.rule().equals(POD_TYPE) ? wrongTypeIn(pod, merged) : errors.get(Key.of("", pod));
            if (same == null) {
                merged.add(pod);
            } else {
                merged.set(same, merged.get(same).withRefusedBy(pod.refusedBy()));
            }
        }
        merged.sort(Finding.ORDER);
        return List.copyOf(merged);
    }

    /** What the schema says of a value inside the node of which the pod's types are said. */
    private static @Nullable Integer wrongTypeIn(Finding pod, List<Finding> merged) {
        Finding.Place at = pod.place();
        for (int i = 0; i < merged.size(); i++) {
            Finding.Place place = merged.get(i).place();
            if (SchemaRules.isAboutType(merged.get(i).rule())
                    && place.file().equals(at.file())
                    && place.document() == at.document()
                    && (place.pointer() + "/").startsWith(at.pointer() + "/")) {
                return i;
            }
        }
        return null;
    }
}
