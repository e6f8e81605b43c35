package io.tiphys.verifier.lint.rule;

import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.spec.Spec;
import java.util.List;

/** Something that one object, with those it refers to, must hold. Stateless. */
public interface LintRule {

    /** The ids under which it reports, with their documentation. */
    List<Rule> rules();

    /** Reports all offences of an object. */
    void check(Spec spec, Report report);
}
