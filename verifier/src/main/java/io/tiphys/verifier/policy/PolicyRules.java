package io.tiphys.verifier.policy;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules about policy files themselves. */
public final class PolicyRules {
    private static final String SOURCE =
            "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/";

    /** A policy or binding that the API server would refuse for its structure. */
    public static final Rule STRUCTURE = new Rule(
            "POL-01",
            Severity.ERROR,
            "A policy file is well formed.",
            "Write the field as the API reference of ValidatingAdmissionPolicy has it.",
            SOURCE);

    /** An expression that does not compile. */
    public static final Rule EXPRESSION = new Rule(
            "POL-02",
            Severity.ERROR,
            "The expressions of a policy compile.",
            "Mend the expression; wrap what has no static type in bool(…) or string(…).",
            SOURCE);

    /** A binding without its policy. */
    public static final Rule BINDING = new Rule(
            "POL-03",
            Severity.ERROR,
            "A binding names a policy that is there.",
            "Write the name of a policy in spec.policyName, or add the policy's file.",
            SOURCE);

    /** A policy without a binding. */
    public static final Rule UNBOUND = new Rule(
            "POL-04",
            Severity.WARNING,
            "A policy has a binding; without one nothing is enforced.",
            "Add a ValidatingAdmissionPolicyBinding with spec.policyName and spec.validationActions.",
            SOURCE);

    /** A binding whose params are not there. */
    public static final Rule PARAMS = new Rule(
            "POL-05",
            Severity.ERROR,
            "The params of a binding are there.",
            "Add the file with the params, or write parameterNotFoundAction: Allow.",
            SOURCE);

    /** Two policies, or two bindings, of one name. */
    public static final Rule UNIQUE = new Rule(
            "POL-06",
            Severity.ERROR,
            "A policy and a binding have a name of their own: in a cluster the one that is applied last replaces the other.",
            "Give it another name, or leave the other one out: choose a profile without it.",
            SOURCE);

    /** What a policy says of itself for reports. */
    public static final Rule ANNOTATION = new Rule(
            "POL-07",
            Severity.WARNING,
            "The annotations of a policy that are for reports can be read.",
            "Write them as policies/README.md shows.",
            "Tiphys: policies/README.md");

    /** A source of policies without any. */
    public static final Rule NOTHING = new Rule(
            "POL-08",
            Severity.WARNING,
            "Where policies are said to be, there are some; without any nothing is enforced.",
            "Correct tiphys.policies, or put the policies there.",
            "Tiphys: tiphys.policies");

    private PolicyRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(STRUCTURE, EXPRESSION, BINDING, UNBOUND, PARAMS, UNIQUE, ANNOTATION, NOTHING);
    }
}
