package io.tiphys.verifier.lint.rule;

import io.tiphys.model.finding.Rule;
import io.tiphys.verifier.lint.name.NameForm;

/** How names are spelt. */
final class Names {
    static final String WORKFLOW_NAME = "letters, digits and hyphens, starting with a letter or digit";
    static final String PARAMETER_NAME = "letters, digits, hyphens and underscores";
    static final int LONGEST = 128;

    private Names() {}

    /** The remedy for a name that is not spelt so: one like it. */
    static String remedy(NameForm form, String name, Rule rule) {
        return form.corrected(name)
                .map(right -> "Write " + right + ", or another name.")
                .orElse(rule.remedy());
    }

    /** Templates, steps, tasks; their length is not looked at. */
    static boolean isWorkflowName(String name) {
        return NameForm.ARGO_NAME.matches(name.substring(0, Math.min(LONGEST, name.length())));
    }

    /** Parameters and artifacts. */
    static boolean isParameterName(String name) {
        return NameForm.ARGO_PARAMETER.matches(name);
    }
}
