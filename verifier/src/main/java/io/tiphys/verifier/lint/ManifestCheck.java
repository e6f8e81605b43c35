package io.tiphys.verifier.lint;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.TwoMeanings;
import io.tiphys.verifier.schema.SchemaCheck;
import io.tiphys.verifier.schema.SchemaRules;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types and meaning of one object together, nothing twice: where both find fault with the same value, the rule of meaning
 * says it, in the name of all programs that refuse it; what only follows from a value of the wrong type is left out.
 */
public final class ManifestCheck {
    private final SchemaCheck schema;
    private final Linter linter;

    /**
     * A check of objects for one kind of cluster. Thread-safe.
     *
     * @param registry all objects of the run, context included
     */
    public ManifestCheck(SchemaSettings settings, Registry registry) {
        this.schema = new SchemaCheck(settings);
        this.linter = new Linter(settings, registry);
    }

    /** All findings of one object, in the order of the file; none for kinds that are not known. */
    public List<Finding> check(Manifest manifest) {
        return check(manifest, List.of());
    }

    /**
     * The same together with findings of meaning from elsewhere.
     *
     * @param more of the same object
     */
    public List<Finding> check(Manifest manifest, List<Finding> more) {
        List<Finding> types = schema.check(manifest);
        List<Finding> meaning = new ArrayList<>(linter.check(manifest));
        meaning.addAll(more);
        if (types.stream().anyMatch(finding -> finding.refusedBy().contains(RealProgram.ARGO_LINT))) {
            meaning.removeIf(finding -> finding.rule().equals(RealVerdict.RULE.id()));
        }
        Set<String> wrongType = new HashSet<>();
        Map<String, Finding> values = new HashMap<>();
        Map<String, Finding> rules = new HashMap<>();
        for (Finding finding : types) {
            String at = finding.place().pointer();
            rules.put(finding.rule() + at, finding);
            if (SchemaRules.isAboutType(finding.rule())) {
                wrongType.add(at);
            } else if (SchemaRules.isAboutValue(finding.rule())) {
                values.put(at, finding);
            }
        }
        List<Finding> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Finding finding : meaning) {
            String at = finding.place().pointer();
            if (!wrongType.contains(at)) {
                said.add(at);
                Finding merged = finding;
                for (Finding same : Arrays.asList(values.get(at), rules.remove(finding.rule() + at))) {
                    merged = same == null ? merged : merged.withRefusedBy(same.refusedBy());
                }
                all.add(merged);
            }
        }
        for (Finding finding : types) {
            String at = finding.place().pointer();
            boolean repeated = (SchemaRules.isAboutValue(finding.rule()) && said.contains(at))
                    || !rules.containsKey(finding.rule() + at);
            if (!repeated) {
                all.add(finding);
            }
        }
        for (Finding finding : TwoMeanings.of(manifest)) {
            if (!wrongType.contains(finding.place().pointer())) {
                all.add(finding);
            }
        }
        all.sort(Finding.ORDER);
        return Misspelt.withoutConsequences(manifest, all);
    }
}
