package io.tiphys.generator.dsl;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules of a definition that can no longer be judged in the file made from it. */
public final class DefinitionRules {
    /** References that an author takes for one. */
    static final Rule CONFLICTING_REFERENCE = new Rule(
            "GEN-07",
            Severity.ERROR,
            "One name stands for one declaration within a template.",
            "Make one Java variable of it and use that in both places.",
            "Argo: input and workflow parameters are found by name");

    /** Volumes likewise. */
    static final Rule CONFLICTING_MOUNT = new Rule(
            "GEN-08",
            Severity.ERROR,
            "One volume name stands for one volume within a template.",
            "Give one of the two volumes another name.",
            "Kubernetes: volumes of a pod are found by name");

    /** Defaults and types. */
    static final Rule DEFAULT_MISFIT = new Rule(
            "GEN-09",
            Severity.ERROR,
            "A default fits the type of its parameter.",
            "Change the default, or the type.",
            "JSON Schema of the parameter");

    /** All of them. */
    public static final List<Rule> ALL = List.of(CONFLICTING_REFERENCE, CONFLICTING_MOUNT, DEFAULT_MISFIT);

    private DefinitionRules() {}
}
