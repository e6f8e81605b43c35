package io.tiphys.verifier.lint;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.rule.LintRule;
import io.tiphys.verifier.lint.rule.Report;
import io.tiphys.verifier.lint.rule.Rules;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.List;

/** Judges the meaning of Argo's objects: names, references, variables, volumes, graphs. Thread-safe. */
public final class Linter {
    private final SchemaSettings settings;
    private final Registry registry;

    /**
     * A linter.
     *
     * @param registry all objects of the run, context included
     */
    public Linter(SchemaSettings settings, Registry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** The rules besides those of the package {@code rule}. */
    public static List<Rule> rules() {
        return List.of(RealVerdict.RULE);
    }

    /** All that is wrong with one object, in the order of the file; nothing for kinds other than Argo's four. */
    public List<Finding> check(Manifest manifest) {
        if (!manifest.isArgo() || !manifest.json().isObject()) {
            return List.of();
        }
        Report report = new Report(manifest, settings.crds());
        Spec spec = registry.spec(manifest);
        for (LintRule rule : Rules.all()) {
            rule.check(spec, report);
        }
        return RealVerdict.agreed(spec, report.findings());
    }
}
